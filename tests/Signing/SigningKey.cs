using System.Buffers.Binary;
using System.Security.Cryptography;
using Dns;
using Dns.Records;
using Dnssec.Algorithms;
using Dnssec.Signatures;
using Dnssec.Trust;

namespace Signing;

/// <summary>A key pair that signs RRsets. The same algorithm, role and seed make the same key every time.</summary>
public sealed class SigningKey
{
    private const ushort ZoneKeyFlag = 0x0100;
    private const ushort SecureEntryPointFlag = 0x0001;
    private const ushort RevokeFlag = 0x0080;

    private readonly Func<byte[], byte[]> _sign;
    private readonly byte[] _publicKey;

    private SigningKey(SecurityAlgorithm algorithm, KeyRole role, byte[] publicKey, Func<byte[], byte[]> sign)
    {
        Algorithm = algorithm;
        Role = role;
        Flags = (ushort)(ZoneKeyFlag | (role == KeyRole.ZoneSigning ? 0 : SecureEntryPointFlag));
        _publicKey = publicKey;
        _sign = sign;
    }

    /// <summary>The algorithm.</summary>
    public SecurityAlgorithm Algorithm { get; }

    /// <summary>What the key signs.</summary>
    public KeyRole Role { get; }

    /// <summary>The flags of its DNSKEY record.</summary>
    public ushort Flags { get; private init; }

    /// <summary>The protocol octet of its DNSKEY record.</summary>
    public byte Protocol { get; private init; } = DnskeyData.DnssecProtocol;

    /// <summary>The RDATA of its DNSKEY record.</summary>
    public byte[] Dnskey =>
        [(byte)(Flags >> 8), (byte)Flags, Protocol, (byte)Algorithm, .. _publicKey];

    /// <summary>The key tag.</summary>
    public ushort Tag => DnskeyData.TryRead(Dnskey, out var key) ? key.KeyTag : (ushort)0;

    /// <summary>Makes a key of any algorithm that can sign here. RSA keys are two fixed ones of 1,024 bits.</summary>
    public static SigningKey Create(SecurityAlgorithm algorithm, KeyRole role, int seed) => algorithm switch
    {
        SecurityAlgorithm.EcdsaP256Sha256 => FromEcdsa(algorithm, role, ECCurve.NamedCurves.nistP256, Expand(seed, 32)),
        SecurityAlgorithm.EcdsaP384Sha384 => FromEcdsa(algorithm, role, ECCurve.NamedCurves.nistP384, Expand(seed, 48)),
        SecurityAlgorithm.Ed25519 => FromEdwards(algorithm, role, Expand(seed, 32)),
        SecurityAlgorithm.Ed448 => FromEdwards(algorithm, role, Expand(seed, 57)),
        _ => FromRsa(algorithm, role, FixedRsaKeys.Get(seed)),
    };

    /// <summary>Takes an RSA key, of any size and exponent.</summary>
    public static SigningKey FromRsa(SecurityAlgorithm algorithm, KeyRole role, RSA rsa)
    {
        var numbers = rsa.ExportParameters(false);
        byte[] publicKey = [(byte)numbers.Exponent!.Length, .. numbers.Exponent, .. numbers.Modulus!];
        var hash = algorithm switch
        {
            SecurityAlgorithm.RsaSha256 => HashAlgorithmName.SHA256,
            SecurityAlgorithm.RsaSha512 => HashAlgorithmName.SHA512,
            _ => HashAlgorithmName.SHA1,
        };
        return new(algorithm, role, publicKey, data => rsa.SignData(data, hash, RSASignaturePadding.Pkcs1));
    }

    /// <summary>A key that claims an algorithm nobody knows; its signatures are noise.</summary>
    public static SigningKey OfUnknownAlgorithm(byte number, KeyRole role) =>
        new((SecurityAlgorithm)number, role, [1, 2, 3, 4], data => SHA256.HashData(data));

    /// <summary>The same key with other flags.</summary>
    public SigningKey WithFlags(ushort flags) =>
        new(Algorithm, Role, _publicKey, _sign) { Flags = flags, Protocol = Protocol };

    /// <summary>The same key with another protocol octet.</summary>
    public SigningKey WithProtocol(byte protocol) =>
        new(Algorithm, Role, _publicKey, _sign) { Flags = Flags, Protocol = protocol };

    /// <summary>The same key, revoked.</summary>
    public SigningKey Revoked() => WithFlags((ushort)(Flags | RevokeFlag));

    /// <summary>The RDATA of a DS record that means this key.</summary>
    public byte[] Ds(DomainName zone, DigestType digestType)
    {
        var digest = new byte[DsDigest.MaxLength];
        DsDigest.TryCompute(digestType, zone.Wire, Dnskey, digest, out var length);
        return [(byte)(Tag >> 8), (byte)Tag, (byte)Algorithm, (byte)digestType, .. digest[..length]];
    }

    /// <summary>The RDATA of an RRSIG that covers the set, signed by this key for the zone.</summary>
    public byte[] Sign(in RRset set, DomainName zone, SignatureWindow window) =>
        Sign(set, zone, window, CountLabels(set.Owner));

    /// <summary>The same for a set whose owner was made from a wildcard, or that lies about it.</summary>
    public byte[] Sign(in RRset set, DomainName zone, SignatureWindow window, int labels)
    {
        var prefix = new byte[18 + zone.Wire.Length];
        BinaryPrimitives.WriteUInt16BigEndian(prefix, (ushort)set.Type);
        prefix[2] = (byte)Algorithm;
        prefix[3] = (byte)labels;
        BinaryPrimitives.WriteUInt32BigEndian(prefix.AsSpan(4), set.Ttl.Seconds);
        BinaryPrimitives.WriteUInt32BigEndian(prefix.AsSpan(8), (uint)window.Expiration.Seconds);
        BinaryPrimitives.WriteUInt32BigEndian(prefix.AsSpan(12), (uint)window.Inception.Seconds);
        BinaryPrimitives.WriteUInt16BigEndian(prefix.AsSpan(16), Tag);
        zone.Wire.CopyTo(prefix.AsSpan(18));
        RrsigData.TryRead([.. prefix, 0], out var unsigned);
        return [.. prefix, .. _sign(new SignedData().Write(set, unsigned).ToArray())];
    }

    private static int CountLabels(ReadOnlySpan<byte> owner) =>
        WireName.CountLabels(owner) - (WireName.IsWildcard(owner) ? 1 : 0);

    private static SigningKey FromEcdsa(SecurityAlgorithm algorithm, KeyRole role, ECCurve curve, byte[] secret)
    {
        var ecdsa = ECDsa.Create(new ECParameters { Curve = curve, D = secret });
        var point = ecdsa.ExportParameters(false).Q;
        var hash = secret.Length == 32 ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA384;
        return new(algorithm, role, [.. point.X!, .. point.Y!], data => ecdsa.SignData(data, hash));
    }

    private static SigningKey FromEdwards(SecurityAlgorithm algorithm, KeyRole role, byte[] secret)
    {
        var signer = new EdwardsSigner(secret);
        return new(algorithm, role, signer.PublicKey, data => signer.Sign(data));
    }

    private static byte[] Expand(int seed, int length) =>
        SHA512.HashData(BitConverter.GetBytes(seed))[..length];
}
