using Dns.Text;
using Dns.Zones;
using Xunit;

namespace Dns.Tests.Zones;

public sealed class RRsetCollectorTests
{
    private const string Signature = "1 8 1 60 20300101000000 20200101000000 1 example. AAAA";

    [Fact, Rfc(2181, "5.1")]
    public void Records_of_one_owner_and_type_are_one_set_wherever_they_stand()
    {
        var sets = Collect("b. 60 A 192.0.2.2\na. 60 A 192.0.2.1\nB. 30 A 192.0.2.3\nb. 60 TXT x\nb. 60 A 192.0.2.2");

        Assert.Equal(
            [
                "a. 60 IN A 192.0.2.1\n",
                "b. 30 IN A 192.0.2.2\nb. 30 IN A 192.0.2.3\n",
                "b. 60 IN TXT \"x\"\n",
            ],
            sets.Select(RecordText.Write));
    }

    [Fact]
    public void Signatures_stand_with_the_set_they_cover()
    {
        var sets = Collect($"a. 60 RRSIG TYPE{Signature}\na. 60 A 192.0.2.1\na. 60 RRSIG TXT{Signature[1..]}");

        Assert.Equal(
            [(RecordType.A, 1, 1), (RecordType.Txt, 0, 1)],
            sets.Select(set => (set.Type, set.Count, set.SignatureCount)));
    }

    [Fact, Rfc(4034, "6.1")]
    public void Sets_come_in_canonical_order_of_their_owners()
    {
        var sets = Collect(
            """
            example. 60 A 192.0.2.1
            z.example. 60 A 192.0.2.1
            \200.z.example. 60 A 192.0.2.1
            *.z.example. 60 A 192.0.2.1
            yljkjljk.a.example. 60 A 192.0.2.1
            Z.a.example. 60 A 192.0.2.1
            zABC.a.EXAMPLE. 60 A 192.0.2.1
            a.example. 60 A 192.0.2.1
            \001.z.example. 60 A 192.0.2.1
            """);

        Assert.Equal(
            [
                "example.", "a.example.", "yljkjljk.a.example.", "Z.a.example.", "zABC.a.EXAMPLE.", "z.example.",
                @"\001.z.example.", "*.z.example.", @"\200.z.example.",
            ],
            sets.Select(set => set.OwnerName.ToString()));
    }

    [Fact]
    public void Classes_are_kept_apart()
    {
        var reader = ZoneReader.FromText("a. 60 CH TXT x\na. 60 IN TXT x", new() { Class = null });

        Assert.Null(RRsetCollector.Collect(reader, out var sets));
        Assert.Equal([RecordClass.In, RecordClass.Chaos], sets.Select(set => set.Class));
    }

    [Fact]
    public void A_fault_refuses_the_whole()
    {
        var error = RRsetCollector.Collect(ZoneReader.FromText("a. 60 A 192.0.2.1\na. 60 A x"), out var sets);

        Assert.Equal((2, TextError.IPv4Invalid), (error?.Line, error?.Reason));
        Assert.Empty(sets);
    }

    [Fact]
    public void Sets_are_written_with_their_signatures_and_read_back()
    {
        var sets = Collect($"a. 60 A 192.0.2.1\na. 60 RRSIG TYPE{Signature}\nb. 60 NS a.");
        var written = new StringWriter();
        var writer = new ZoneWriter(written);
        foreach (var set in sets)
            writer.Write(set);

        var again = Collect(written.ToString());

        Assert.Equal(sets.Select(RecordText.Write), again.Select(RecordText.Write));
    }

    private static IReadOnlyList<RRset> Collect(string text)
    {
        Assert.Null(RRsetCollector.Collect(ZoneReader.FromText(text), out var sets));
        return sets;
    }
}
