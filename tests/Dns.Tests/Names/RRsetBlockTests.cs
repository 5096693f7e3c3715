using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Dns.Tests.Names;

public sealed class RRsetBlockTests
{
    private static readonly byte[] Target = DomainName.Parse("b.example.").Wire.ToArray();
    private static readonly RRset Set = new RRsetBuilder(DomainName.Parse("a.example."), RecordType.Mx)
        .Add([0, 1, .. Target], new(300)).Add([0, 2, 0], new(300))
        .AddSignature([.. new byte[18], 0, 1], new(300)).Build();

    [Fact]
    public void A_block_is_measured_whatever_stands_behind_it()
    {
        Assert.Equal(Set.BlockLength, RRsetBlock.Measure(Set.Block));
        Assert.Equal(Set.BlockLength, RRsetBlock.Measure([.. Set.Block, 1, 2, 3]));
    }

    [Fact]
    public void A_block_that_is_cut_anywhere_is_none()
    {
        for (var length = 0; length < Set.BlockLength; length++)
            Assert.Equal(-1, RRsetBlock.Measure(Set.Block[..length]));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(13)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    public void A_block_whose_numbers_do_not_add_up_is_none(int at)
    {
        var block = Set.Block.ToArray();
        block[at] += 0x81;

        Assert.Equal(-1, RRsetBlock.Measure(block));
    }

    [Fact]
    public void Rdata_has_the_form_of_its_type()
    {
        var block = Set.Block.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(block.AsSpan(4), (ushort)RecordType.A);

        Assert.Equal(-1, RRsetBlock.Measure(block));
    }

    [Fact]
    public void Whatever_is_taken_for_a_block_can_be_read_to_its_end() =>
        Prop.ForAll(ArbMap.Default.ArbFor<uint>(), ArbMap.Default.ArbFor<byte>(), (where, octet) =>
        {
            var block = Set.Block.ToArray();
            block[where % block.Length] = octet;
            if (RRsetBlock.Measure(block) < 0)
                return true;
            var set = RRset.FromBlock(block, 0);
            var octets = 0;
            foreach (var rdata in set.Records)
                octets += rdata.Length;
            foreach (var rdata in set.Signatures)
                octets += rdata.Length;
            return WireName.IsValid(set.Owner) && octets < block.Length;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
}
