namespace Resolverd.Configuration.Values;

/// <summary>Lets a <see cref="ValueList{T}"/> be written as a collection expression.</summary>
internal static class ValueListBuilder
{
    /// <summary>A list of these items.</summary>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => new([.. items]);
}
