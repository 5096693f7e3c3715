using Dns.Tests.Generators;
using Dns.Wire;
using FsCheck.Fluent;
using Xunit;

namespace Dns.Tests.Names;

public sealed class NamePropertyTests
{
    [Fact]
    public void A_name_comes_back_from_wire_form_octet_for_octet() => Law.Holds(NameGen.Any, wire =>
    {
        Assert.Equal(wire.Length, WireName.Measure(wire));
        Assert.Equal(wire, DomainName.FromWire(wire).Wire.ToArray());
    });

    [Fact, Rfc(1035, "5.1")]
    public void A_name_comes_back_from_its_text_octet_for_octet() => Law.Holds(NameGen.Any, wire =>
        Assert.Equal(wire, DomainName.Parse(DomainName.FromWire(wire).ToString()).Wire.ToArray()));

    [Fact]
    public void A_name_parsed_from_a_message_is_the_name_written() => Law.Holds(NameGen.Any, wire =>
    {
        Assert.Equal(WireError.None, ParsedName.TryParse(wire, 0, out var name, out var end));

        Assert.Equal(wire.Length, end);
        Assert.Equal(wire.Length, name.Length);
        Assert.True(name.Equals(wire));
        Assert.Equal(wire, name.ToDomainName().Wire.ToArray());
    });

    [Fact, Rfc(4343, "3")]
    public void Letters_fold_and_no_other_octet_does()
    {
        for (var left = 0; left < 256; left++)
        {
            for (var right = 0; right < 256; right++)
            {
                byte[] one = [1, (byte)left, 0], other = [1, (byte)right, 0];
                var isSame = left == right
                    || char.IsAsciiLetter((char)left) && char.IsAsciiLetter((char)right) && (left ^ right) == 0x20;

                Assert.Equal(isSame, WireName.Equals(one, other));
                Assert.Equal(isSame, WireName.CompareCanonical(one, other) == 0);
            }
        }
    }

    [Fact]
    public void Changing_the_case_changes_neither_equality_nor_hash_nor_order() => Law.Holds(
        NameGen.Any, wire =>
        {
            var name = DomainName.FromWire(wire);
            var other = DomainName.FromWire([.. wire.Select(SwapCase)]);

            Assert.Equal(name, other);
            Assert.Equal(name.GetHashCode(), other.GetHashCode());
            Assert.Equal(0, name.CompareCanonical(other));
            Assert.True(other.IsAtOrBelow(name));
        });

    [Fact]
    public void Folding_is_what_each_octet_folds_to() => Law.Holds(NameGen.Any, wire =>
    {
        var folded = new byte[wire.Length];
        WireName.Fold(wire, folded);

        Assert.Equal(wire.Select(ModelFold), folded);
    });

    [Fact, Rfc(4034, "6.1")]
    public void Canonical_order_is_that_of_reversed_folded_labels() => Law.Holds(
        NameGen.Mixed, NameGen.Mixed, (left, right) =>
            Assert.Equal(ModelCompare(left, right), Math.Sign(WireName.CompareCanonical(left, right))));

    [Fact]
    public void Relations_agree_with_lists_of_labels() => Law.Holds(
        NameGen.Mixed, NameGen.Mixed, (left, right) =>
        {
            var common = ModelCommonLabels(left, right);
            var labels = NameGen.Split(right).Count;

            Assert.Equal(common, WireName.CountCommonLabels(left, right));
            Assert.Equal(common == labels, WireName.IsAtOrBelow(left, right));
            Assert.Equal(common == labels && NameGen.Split(left).Count > labels, WireName.IsBelow(left, right));
        });

    [Fact]
    public void Suffix_and_parent_drop_labels_from_the_front() => Law.Holds(
        NameGen.Any, Gen.Choose(0, 130), (wire, keep) =>
        {
            var labels = NameGen.Split(wire);

            Assert.Equal(labels.Count, WireName.CountLabels(wire));
            Assert.Equal(NameGen.Join(labels.TakeLast(keep)), WireName.Suffix(wire, keep).ToArray());
            Assert.Equal(NameGen.Join(labels.Skip(1)), WireName.Parent(wire).ToArray());
        });

    [Fact]
    public void Any_octets_are_measured_without_a_fault() => Law.Holds(
        NameGen.Octet.ArrayOf(), octets =>
            Assert.Equal(ModelMeasure(octets), WireName.Measure(octets)));

    private static byte SwapCase(byte octet) =>
        char.IsAsciiLetter((char)octet) ? (byte)(octet ^ 0x20) : octet;

    private static byte ModelFold(byte octet) =>
        char.IsAsciiLetterUpper((char)octet) ? (byte)char.ToLowerInvariant((char)octet) : octet;

    private static int ModelCompare(byte[] left, byte[] right)
    {
        var a = FoldedLabels(left);
        var b = FoldedLabels(right);
        for (var i = 0; i < Math.Min(a.Count, b.Count); i++)
        {
            var order = string.CompareOrdinal(a[i], b[i]);
            if (order != 0)
                return Math.Sign(order);
        }
        return a.Count.CompareTo(b.Count);
    }

    private static int ModelCommonLabels(byte[] left, byte[] right) =>
        FoldedLabels(left).Zip(FoldedLabels(right)).TakeWhile(pair => pair.First == pair.Second).Count();

    private static List<string> FoldedLabels(byte[] wire) =>
        [.. NameGen.Split(wire).Select(label => System.Text.Encoding.Latin1.GetString(
            [.. label.Select(ModelFold)])).Reverse()];

    private static int ModelMeasure(byte[] octets)
    {
        var length = 0;
        while (length < octets.Length && length < 255 && octets[length] is > 0 and < 64)
            length += octets[length] + 1;
        return length < octets.Length && length < 255 && octets[length] == 0 ? length + 1 : -1;
    }
}
