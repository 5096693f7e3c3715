using System.Buffers.Binary;
using Dns.Wire;
using FsCheck;
using FsCheck.Fluent;

namespace Dns.Tests.Generators;

/// <summary>Sound RDATA of any type, made field by field from what the type is made of.</summary>
internal static class RdataGen
{
    private static readonly Gen<byte> Octet = Gen.Choose(0, 255).Select(octet => (byte)octet);

    private static readonly Gen<byte[]> Text =
        Gen.Choose(0, 12).SelectMany(length => Octets(length)).Select(WithLength);

    private static readonly Gen<byte[]> SomeText =
        Gen.Choose(1, 12).SelectMany(length => Octets(length)).Select(WithLength);

    private static readonly Gen<byte[]> Any = Gen.Choose(0, 40).SelectMany(length => Octets(length));

    /// <summary>RDATA of a type in class IN, names uncompressed.</summary>
    public static Gen<byte[]> Of(RecordType type)
    {
        var fields = RdataForm.Of(type, RecordClass.In).ToArray();
        return fields.Length == 0 ? Any : Gen.CollectToArray(fields.Select(Of)).Select(Concatenate);
    }

    private static Gen<byte[]> Of(RdataField field) => field switch
    {
        RdataField.Octets1 => Octets(1),
        RdataField.Octets2 => Octets(2),
        RdataField.Octets4 => Octets(4),
        RdataField.Octets6 => Octets(6),
        RdataField.Octets8 => Octets(8),
        RdataField.Octets16 => Octets(16),
        RdataField.SignatureHead => Octets(18),
        RdataField.SoaNumbers => Octets(20),
        RdataField.CompressibleName or RdataField.PlainName => NameGen.Mixed,
        RdataField.CharacterString => Text,
        RdataField.CharacterStrings => Gen.NonEmptyListOf(Text).Select(list => Concatenate([.. list])),
        RdataField.Counted => SomeText,
        RdataField.Rest => Any,
        RdataField.SomeRest => Gen.Choose(1, 40).SelectMany(Octets),
        RdataField.TypeBitmap => Items(3, index => Gen.Choose(1, 32).SelectMany(Octets).Select(
            octets => Concatenate([[(byte)(index * 7)], WithLength(octets)]))),
        RdataField.ServiceParameters => Items(4, index => Any.Select(value => Numbered(100 + index, value))),
        RdataField.EdnsOptions => Items(4, index => Any.Select(value => Numbered(65001 + index % 2, value))),
        RdataField.AddressPrefixes => Items(3, _ => Gen.Choose(0, 4).SelectMany(Octets).Select(
            octets => Concatenate([[0, 1, 24], WithLength(octets)]))),
        RdataField.DelegationDigest => Gen.Elements((1, 20), (2, 32), (4, 48), (200, 5)).SelectMany(Digest),
        RdataField.ZoneDigest => Gen.Elements((1, 48), (2, 64), (241, 12)).SelectMany(Digest).Select(
            digest => Concatenate([[1], digest])),
        RdataField.Location => Octets(15).Select(octets => Concatenate([[0], octets])),
        RdataField.KeyGateway => Gateway(3, [5]),
        RdataField.Relay => Gateway(0x83, []),
        RdataField.HostIdentity => Gen.Zip(Octets(6), NameGen.Mixed, (octets, name) => Concatenate(
            [[4, 1, 0, 2], octets, name])),
        RdataField.AddressChain => Gen.Zip(Octets(8), NameGen.Mixed, (octets, name) => Concatenate(
            [[64], octets, name])),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "no generator"),
    };

    private static Gen<byte[]> Gateway(byte nameKind, byte[] behind) => Gen.OneOf(
        Gen.Constant(Concatenate([[0], behind])),
        Octets(4).Select(address => Concatenate([[1], behind, address])),
        Octets(16).Select(address => Concatenate([[2], behind, address])),
        NameGen.Mixed.Select(name => Concatenate([[nameKind], behind, name])));

    private static Gen<byte[]> Digest((int Kind, int Length) digest) =>
        Octets(digest.Length).Select(octets => Concatenate([[(byte)digest.Kind], octets]));

    private static Gen<byte[]> Items(int most, Func<int, Gen<byte[]>> item) => Gen.Choose(0, most).SelectMany(
        count => Gen.CollectToArray(Enumerable.Range(0, count).Select(item)).Select(Concatenate));

    private static Gen<byte[]> Octets(int length) => Octet.ArrayOf(length);

    private static byte[] WithLength(byte[] octets) => [(byte)octets.Length, .. octets];

    private static byte[] Numbered(int number, byte[] value)
    {
        var head = new byte[4];
        BinaryPrimitives.WriteUInt16BigEndian(head, (ushort)number);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(2), (ushort)value.Length);
        return [.. head, .. value];
    }

    private static byte[] Concatenate(byte[][] parts) => [.. parts.SelectMany(part => part)];
}
