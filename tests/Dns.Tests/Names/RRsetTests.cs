using Dns.Tests.Generators;
using FsCheck.Fluent;
using Xunit;

namespace Dns.Tests.Names;

public sealed class RRsetTests
{
    private static readonly DomainName Owner = DomainName.Parse("WWW.example.");

    [Fact]
    public void A_block_copied_anywhere_is_the_same_set() => Law.Holds(
        NameGen.Mixed, RdataGen.Of(RecordType.Txt).ArrayOf(), (owner, records) =>
        {
            var builder = new RRsetBuilder(DomainName.FromWire(owner), RecordType.Txt);
            foreach (var rdata in records)
                builder.Add(rdata, new(300)).AddSignature([.. rdata, 1], new(600));
            var set = builder.Build();
            byte[] elsewhere = [9, 9, 9, .. set.Block, 9];

            var copy = RRset.FromBlock(elsewhere, 3);

            Assert.Equal(owner, copy.Owner.ToArray());
            Assert.Equal((RecordType.Txt, RecordClass.In, set.Ttl), (copy.Type, copy.Class, copy.Ttl));
            Assert.Equal(records.Select(Convert.ToHexString).Distinct(), Hex(copy.Records));
            Assert.Equal(records.Select(rdata => Convert.ToHexString([.. rdata, 1])).Distinct(), Hex(copy.Signatures));
            Assert.Equal(set.Block.ToArray(), copy.Copy().Block.ToArray());
            Assert.True(copy.HasSameRecords(set));
        });

    [Fact, Rfc(2181, "5")]
    public void A_record_that_is_there_already_is_not_added_again()
    {
        var set = new RRsetBuilder(Owner, RecordType.A).Add([1, 2, 3, 4], new(9)).Add([1, 2, 3, 4], new(9)).Build();

        Assert.Equal(["01020304"], Hex(set.Records));
    }

    [Fact, Rfc(2181, "5.2")]
    public void The_lowest_lifetime_counts()
    {
        var set = new RRsetBuilder(Owner, RecordType.A).Add([1, 2, 3, 4], new(9)).Add([1, 2, 3, 5], new(7))
            .AddSignature([1], new(8)).Build();

        Assert.Equal(new Ttl(7), set.Ttl);
        Assert.Equal(new Ttl(3), set.WithTtl(new(3)).Ttl);
        Assert.Equal(new Ttl(7), set.Ttl);
    }

    [Theory]
    [InlineData("01020304 01020305", "01020305 01020304", true)]
    [InlineData("01020304 01020305", "01020304", false)]
    [InlineData("01020304", "01020304 01020305", false)]
    [InlineData("01020304", "01020305", false)]
    public void Sets_with_the_same_records_in_any_order_are_alike(string left, string right, bool areAlike)
    {
        Assert.Equal(areAlike, Of(Owner, left).HasSameRecords(Of(DomainName.Parse("www.EXAMPLE."), right)));
        Assert.False(Of(Owner, left).HasSameRecords(Of(DomainName.Root, right)));
    }

    [Fact]
    public void The_default_value_is_no_set()
    {
        Assert.True(default(RRset).IsNone);
        Assert.Equal("(none)", default(RRset).ToString());
        Assert.False(Of(Owner, "01020304").IsNone);
        Assert.Equal("01020304", Convert.ToHexString(Of(Owner, "01020304 01020305").FirstRecord));
    }

    private static RRset Of(DomainName owner, string records)
    {
        var builder = new RRsetBuilder(owner, RecordType.A);
        foreach (var hex in records.Split(' '))
            builder.Add(Convert.FromHexString(hex), new(1));
        return builder.Build();
    }

    private static List<string> Hex(RdataSequence sequence)
    {
        var list = new List<string>();
        foreach (var rdata in sequence)
            list.Add(Convert.ToHexString(rdata));
        return list;
    }
}
