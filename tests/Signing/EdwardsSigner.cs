using System.Runtime.InteropServices;

namespace Signing;

/// <summary>Ed25519 and Ed448 signatures by the system's libcrypto.</summary>
internal sealed unsafe partial class EdwardsSigner
{
    private const string Library = "libcrypto.so.3";

    private readonly nint _key;
    private readonly int _signatureLength;

    /// <summary>Takes a private key: 32 octets for Ed25519, 57 for Ed448. It is never freed; tests are short.</summary>
    public EdwardsSigner(ReadOnlySpan<byte> privateKey)
    {
        _signatureLength = privateKey.Length == 32 ? 64 : 114;
        fixed (byte* octets = privateKey)
            _key = EVP_PKEY_new_raw_private_key(
                privateKey.Length == 32 ? 1087 : 1088, 0, octets, (nuint)privateKey.Length);
        PublicKey = new byte[privateKey.Length];
        var length = (nuint)PublicKey.Length;
        fixed (byte* octets = PublicKey)
            Require(EVP_PKEY_get_raw_public_key(_key, octets, &length));
    }

    /// <summary>The public key as a DNSKEY record has it.</summary>
    public byte[] PublicKey { get; }

    /// <summary>Signs.</summary>
    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        var signature = new byte[_signatureLength];
        var length = (nuint)signature.Length;
        var context = EVP_MD_CTX_new();
        fixed (byte* dataStart = data, signatureStart = signature)
        {
            Require(EVP_DigestSignInit(context, 0, 0, 0, _key));
            Require(EVP_DigestSign(context, signatureStart, &length, dataStart, (nuint)data.Length));
        }
        EVP_MD_CTX_free(context);
        return signature;
    }

    private static void Require(int result)
    {
        if (result != 1)
            throw new InvalidOperationException("libcrypto refused to sign");
    }

    [LibraryImport(Library)]
    private static partial nint EVP_PKEY_new_raw_private_key(int type, nint engine, byte* key, nuint length);

    [LibraryImport(Library)]
    private static partial int EVP_PKEY_get_raw_public_key(nint key, byte* octets, nuint* length);

    [LibraryImport(Library)]
    private static partial nint EVP_MD_CTX_new();

    [LibraryImport(Library)]
    private static partial void EVP_MD_CTX_free(nint context);

    [LibraryImport(Library)]
    private static partial int EVP_DigestSignInit(nint context, nint keyContext, nint digest, nint engine, nint key);

    [LibraryImport(Library)]
    private static partial int EVP_DigestSign(
        nint context, byte* signature, nuint* signatureLength, byte* data, nuint dataLength);
}
