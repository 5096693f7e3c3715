using FsCheck;
using FsCheck.Fluent;

namespace Dns.Tests.Generators;

/// <summary>Names in wire form: of few or many labels, of letters or of the octets that break naive code.</summary>
internal static class NameGen
{
    private static readonly byte[] Awkward = [.. ". @\\*"u8, 0, 0xff, 0xc0, 0x80];

    private static readonly Gen<byte> Letter = Gen.Elements("abcABCxyzXYZ019-_"u8.ToArray());

    public static readonly Gen<byte> Octet = Gen.Frequency(
        (6, Letter), (2, Gen.Elements(Awkward)), (2, Gen.Choose(0, 255).Select(octet => (byte)octet)));

    private static readonly Gen<int> LabelLength = Gen.Frequency(
        (8, Gen.Choose(1, 4)), (2, Gen.Choose(5, 62)), (1, Gen.Constant(63)));

    private static readonly Gen<int> LabelCount = Gen.Frequency(
        (1, Gen.Constant(0)), (8, Gen.Choose(1, 5)), (2, Gen.Choose(6, 126)), (1, Gen.Constant(127)));

    private static readonly Gen<byte[]> Label = LabelLength.SelectMany(length => Octet.ArrayOf(length));

    /// <summary>Any name at all.</summary>
    public static readonly Gen<byte[]> Any = LabelCount.SelectMany(count => Label.ArrayOf(count).Select(Join));

    /// <summary>Names under a handful of suffixes, so that messages have something to compress.</summary>
    public static readonly Gen<byte[]> Related =
        Gen.Zip(Label.ArrayOf(2), Gen.Elements(0, 1, 2), Keep).SelectMany(
            labels => Gen.Elements("example com", "EXAMPLE com", "example net", "a b c d e f g h", "").Select(
                suffix => Join(labels.Concat(suffix.Split(' ').Select(Octets)))));

    public static readonly Gen<byte[]> Mixed = Gen.Frequency((3, Related), (1, Any));

    /// <summary>The labels as one name, as many of them as fit.</summary>
    public static byte[] Join(IEnumerable<byte[]> labels)
    {
        var wire = new List<byte>();
        foreach (var label in labels.Where(label => label.Length > 0))
        {
            if (wire.Count + label.Length + 2 > WireName.MaxLength)
                break;
            wire.Add((byte)label.Length);
            wire.AddRange(label);
        }
        wire.Add(0);
        return [.. wire];
    }

    /// <summary>The labels of a name, first label first.</summary>
    public static List<byte[]> Split(byte[] wire)
    {
        var labels = new List<byte[]>();
        for (var position = 0; wire[position] != 0; position += wire[position] + 1)
            labels.Add(wire[(position + 1)..(position + 1 + wire[position])]);
        return labels;
    }

    private static byte[][] Keep(byte[][] labels, int count) => labels[..count];

    private static byte[] Octets(string text) => System.Text.Encoding.Latin1.GetBytes(text);
}
