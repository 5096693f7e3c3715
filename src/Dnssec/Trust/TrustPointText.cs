using System.Globalization;
using System.Text;
using Dns;

namespace Dnssec.Trust;

/// <summary>
/// A trust point as text, for a file that survives restarts: a line with the format's version, a line for the zone,
/// a line for each key. The first anchors are not part of it; they come from configuration every time.
/// </summary>
public static class TrustPointText
{
    /// <summary>Characters of the longest text that is read: sixteen keys of 4,096 bits, several times over.</summary>
    public const int MaxLength = 64 * 1024;

    private const string Header = "resolverd-trust-point 1";

    /// <summary>Writes it.</summary>
    public static string Write(TrustPoint point)
    {
        var text = new StringBuilder();
        text.Append(Header).Append('\n').Append("zone ").Append(point.Zone).Append('\n');
        foreach (var key in point.Keys)
            text.Append(CultureInfo.InvariantCulture, $"key {key.State} {key.Since.Seconds} ")
                .Append(Convert.ToBase64String(key.Dnskey.Span)).Append('\n');
        return text.ToString();
    }

    /// <summary>
    /// Reads what <see cref="Write"/> wrote, for the zone of the anchors. False, with a problem for a person, if it is
    /// anything else; the caller then begins anew.
    /// </summary>
    public static bool TryRead(string text, TrustAnchor initial, out TrustPoint? point, out string problem)
    {
        point = null;
        var lines = text.Length <= MaxLength ? text.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [];
        var keys = new List<TrackedKey>();
        problem = lines is not [Header, ..] ? "not a trust point, or of another version"
            : lines.Length < 2 || lines[1] != $"zone {initial.Zone}" ? $"not the trust point of {initial.Zone}"
            : lines.Length - 2 > TrustPoint.MaxKeys ? "too many keys"
            : "";
        for (var i = 2; i < lines.Length && problem.Length == 0; i++)
        {
            if (TryReadKey(lines[i], out var key))
                keys.Add(key!);
            else
                problem = $"line {i + 1} is not a key";
        }
        if (problem.Length == 0)
            point = new(initial, keys);
        return point is not null;
    }

    private static bool TryReadKey(string line, out TrackedKey? key)
    {
        key = null;
        var words = line.Split(' ');
        var dnskey = new byte[line.Length];
        if (words is not ["key", var state, var since, var octets]
            || !Enum.TryParse<AnchorState>(state, out var parsed) || !Enum.IsDefined(parsed)
            || !long.TryParse(since, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(seconds) > int.MaxValue * 4L
            || !Convert.TryFromBase64String(octets, dnskey, out var length)
            || !Dns.Records.DnskeyData.TryRead(dnskey.AsSpan(0, length), out _))
            return false;
        key = new(dnskey.AsMemory(0, length), parsed, UnixTime.FromSeconds(seconds));
        return true;
    }
}
