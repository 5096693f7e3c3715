namespace Signing;

/// <summary>How a zone proves absence.</summary>
public abstract record DenialStyle
{
    private DenialStyle()
    {
    }

    /// <summary>NSEC.</summary>
    public sealed record Nsec : DenialStyle;

    /// <summary>NSEC3 with these parameters.</summary>
    public sealed record Nsec3(ushort Iterations = 0, string Salt = "", Nsec3Span Span = Nsec3Span.Full) : DenialStyle;
}
