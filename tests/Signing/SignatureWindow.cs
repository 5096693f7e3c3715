using Dns;

namespace Signing;

/// <summary>When signatures begin and end.</summary>
public readonly record struct SignatureWindow(UnixTime Inception, UnixTime Expiration)
{
    /// <summary>The noon that most tests live at: 2026-01-15 12:00 UTC.</summary>
    public static UnixTime Noon { get; } = UnixTime.FromSeconds(1_768_478_400);

    /// <summary>Two weeks around <see cref="Noon"/>.</summary>
    public static SignatureWindow Usual { get; } = Around(Noon, 7 * 86_400);

    /// <summary>A window that reaches so many seconds to both sides.</summary>
    public static SignatureWindow Around(UnixTime middle, long seconds) =>
        new(middle.PlusSeconds(-seconds), middle.PlusSeconds(seconds));
}
