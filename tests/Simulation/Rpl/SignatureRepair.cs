using Dns;
using Simulation.Messages;

namespace Simulation.Rpl;

/// <summary>
/// Puts right a slip of scenario files that has nothing to do with what they test: in servers' answers, a signature
/// that stands in another section than what it covers moves there. Expected answers are left alone.
/// </summary>
internal static class SignatureRepair
{
    public static void Apply(Scenario scenario)
    {
        foreach (var entry in scenario.Ranges.SelectMany(range => range.Entries))
            Apply(entry);
        foreach (var step in scenario.Steps.Where(step => step.Kind is "REPLY" or "CHECK_OUT_QUERY"))
        {
            if (step.Entry is { } entry)
                Apply(entry);
        }
    }

    private static void Apply(Entry entry)
    {
        if (entry.First.Question is { Type: RecordType.Rrsig or RecordType.Any })
            return;
        foreach (var template in entry.Templates)
        {
            foreach (var section in template.Sections)
            {
                foreach (var signature in section.Where(record => record.Type == RecordType.Rrsig).ToList())
                    Move(signature, section, template);
            }
        }
    }

    private static void Move(WireRecord signature, List<WireRecord> section, Template template)
    {
        if (IsHome(signature, section))
            return;
        foreach (var other in template.Sections)
        {
            if (!IsHome(signature, other))
                continue;
            section.Remove(signature);
            other.Add(signature);
            return;
        }
    }

    private static bool IsHome(WireRecord signature, List<WireRecord> section) => signature.Rdata.Length > 2
        && section.Exists(record => record.Owner.Equals(signature.Owner)
            && (int)record.Type == ((signature.Rdata[0] << 8) | signature.Rdata[1]));
}
