using Dns.Wire;

using Xunit;

namespace Dns.Tests.Corpus;

public sealed class CorpusTests
{
    /// <summary>What two parsers take and this one refuses, and the RFC that decides.</summary>
    private static readonly Dictionary<(WireError, RecordType), string> Differences = new()
    {
        [(WireError.RdataMalformed, RecordType.Txt)] = "RFC 1035 §3.3.14: one character-string at least",
        [(WireError.RdataMalformed, RecordType.Nsec3)] = "RFC 5155 §3.1.7: a hash has one octet at least",
        [(WireError.RdataMalformed, RecordType.Svcb)] = "RFC 9460 §2.2, §7: keys once each, values not empty",
        [(WireError.RdataMalformed, RecordType.Https)] = "RFC 9460 §2.2, §14.3.2: the same; key 65535 is invalid",
        [(WireError.RdataMalformed, RecordType.Dname)] = "RFC 3597 §4: not compressed in this type",
        [(WireError.RdataMalformed, RecordType.Nsec)] = "RFC 3597 §4: not compressed in this type outside mDNS",
        [(WireError.RdataMalformed, RecordType.Rrsig)] = "RFC 3597 §4: not compressed in this type",
        [(WireError.TrailingOctets, RecordType.Tsig)] = "RFC 8945 §5.1: nothing follows TSIG",
    };

    [Fact]
    public void Sound_messages_parse_and_broken_ones_do_not()
    {
        foreach (var one in PacketCorpus.HandMade().Where(one => one.Expect != "semantic"))
        {
            var fault = MessageCheck.FirstFault(one.Message);

            Assert.True(one.Expect == "accept" == (fault == WireError.None), $"{one.Name}: {one.Expect}, {fault}");
        }
    }

    [Fact]
    public void Messages_made_by_hand_are_judged_as_others_do() => AgreesWithOthers(PacketCorpus.HandMade());

    [Fact]
    public void Mutated_messages_are_judged_as_others_do() => AgreesWithOthers(PacketCorpus.Mutated());

    [Fact]
    public void Real_messages_where_they_are_at_hand_are_judged_as_others_do() => AgreesWithOthers(PacketCorpus.Real());

    [Fact]
    public void What_parses_means_the_same_once_written_again()
    {
        foreach (var one in PacketCorpus.HandMade().Concat(PacketCorpus.Mutated()).Concat(PacketCorpus.Real()))
            Mutations.Survives(one.Message);
    }

    private static void AgreesWithOthers(List<PacketCase> cases)
    {
        var surprises = new List<string>();
        foreach (var one in cases)
        {
            var fault = MessageCheck.FirstFault(one.Message);
            if (one.Agreed is not { } verdict || verdict == (fault == WireError.None))
                continue;
            var type = FaultyType(one.Message);
            if (!verdict || !Differences.ContainsKey((fault, type)))
                surprises.Add($"{one.Name}: others {verdict}, we {fault} at {type}");
        }

        Assert.Empty(surprises);
    }

    /// <summary>The type of the first record whose RDATA is broken, or of the last record.</summary>
    private static RecordType FaultyType(byte[] message)
    {
        var type = (RecordType)0;
        if (!MessageReader.TryStart(message, out var reader))
            return type;
        while (reader.TryReadRecord(out var record))
        {
            type = record.Type;
            if (RdataExpander.Check(record) != WireError.None)
                break;
        }
        return type;
    }
}
