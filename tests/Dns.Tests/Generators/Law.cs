using FsCheck;
using FsCheck.Fluent;

namespace Dns.Tests.Generators;

/// <summary>Properties over generated values. A failure names the seed that brings it back.</summary>
internal static class Law
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(500);

    /// <summary>Demands that an assertion holds for a few hundred values.</summary>
    public static void Holds<T>(Gen<T> values, Action<T> assertion) =>
        Check.One(Often, Prop.ForAll(values.ToArbitrary(), assertion));

    /// <summary>Demands that an assertion holds for a few hundred pairs of values.</summary>
    public static void Holds<T, U>(Gen<T> left, Gen<U> right, Action<T, U> assertion) =>
        Check.One(Often, Prop.ForAll(left.ToArbitrary(), right.ToArbitrary(), assertion));
}
