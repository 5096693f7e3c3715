using System.Security.Cryptography;
using Dns;

namespace Simulation.Rpl.Resigning;

/// <summary>
/// An ECDSA key in the place of an old one. It follows from the old one, so a scenario looks the same each time.
/// </summary>
internal sealed class NewKey
{
    private readonly ECDsa _key;
    private readonly HashAlgorithmName _hash;

    public NewKey(DomainName owner, byte[] old, byte algorithm)
    {
        Owner = owner;
        Old = old;
        var isP256 = algorithm == 13;
        var size = isP256 ? 32 : 48;
        _hash = isP256 ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA384;
        byte[] seed = SHA512.HashData([.. old, .. owner.Wire]);
        _key = ECDsa.Create(new ECParameters
        {
            Curve = isP256 ? ECCurve.NamedCurves.nistP256 : ECCurve.NamedCurves.nistP384,
            D = [0, .. seed.AsSpan(0, size - 1)],
        });
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        Rdata = [old[0], old[1], old[2], algorithm, .. point.X!, .. point.Y!];
    }

    public DomainName Owner { get; }

    /// <summary>RDATA of the old key.</summary>
    public byte[] Old { get; }

    /// <summary>RDATA of the new key.</summary>
    public byte[] Rdata { get; }

    public byte[] Sign(byte[] data) => _key.SignData(data, _hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    // RFC 4034 appendix B.
    public static ushort TagOf(ReadOnlySpan<byte> rdata)
    {
        var sum = 0u;
        for (var i = 0; i < rdata.Length; i++)
            sum += (i & 1) != 0 ? rdata[i] : (uint)rdata[i] << 8;
        return (ushort)(sum + (sum >> 16 & 0xffff));
    }
}
