using StubCheck.Asking;
using StubCheck.Wire;

namespace StubCheck.Rules;

/// <summary>How names are spelled and compressed.</summary>
internal static class NameRules
{
    // RFC 4343 §4.1: case is kept as it came.
    /// <summary>The first owner is the question's name, each next one the target before it, octet by octet.</summary>
    public static string? OwnersByteEqual(Exchange exchange, Message reply)
    {
        var led = new List<WireName> { exchange.Query.Name };
        foreach (var record in reply.Answers.Where(record => record.Type != RecordTypes.Dname))
        {
            var same = led.FindLast(name => name.IsSameAs(record.Owner));
            if (same is not null && !same.Equals(record.Owner))
                return $"{record.Owner} where {same} led";
            if (record.IsAlias)
                led.Add(record.Target);
        }

        return null;
    }

    /// <summary>The question comes back as it went out.</summary>
    public static string? QuestionEchoed(Exchange exchange, Message reply)
    {
        const int header = 12;
        var length = exchange.Query.Name.Octets.Length + 4;
        var received = exchange.Received!;
        var isEchoed = received.Length >= header + length
            && received.AsSpan(header, length).SequenceEqual(exchange.Sent.AsSpan(header, length));

        return isEchoed ? null : "another question than the one asked";
    }

    // RFC 1035 §4.1.4: a pointer leads to a prior occurrence.
    /// <summary>Pointers lead backwards, to the start of a label or to another pointer.</summary>
    public static string? Pointers(Exchange exchange, Message reply)
    {
        if (reply.Faults.Contains(WireFault.PointerForward))
            return "a pointer that leads forward";

        return reply.Faults.Contains(WireFault.PointerAstray) ? "a pointer to no label" : null;
    }

    // RFC 3597 §4: only the types of RFC 1035 compress names in RDATA.
    /// <summary>RDATA of DNAME, RRSIG, SRV, SVCB and other newer types holds no pointers.</summary>
    public static string? NewTypesUncompressed(Exchange exchange, Message reply) =>
        reply.Faults.Contains(WireFault.PointerInNewType) ? "a pointer in the RDATA of a newer type" : null;
}
