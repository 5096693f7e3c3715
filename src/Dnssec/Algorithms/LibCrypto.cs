using System.Reflection;
using System.Runtime.InteropServices;

namespace Dnssec.Algorithms;

/// <summary>
/// The few functions of the system's libcrypto (OpenSSL 1.1.1 or later) that verify Ed25519 and Ed448, which the
/// class library does not have. Where there is no such library, <see cref="IsPresent"/> is false and
/// <see cref="AbsenceReason"/> says so for a person.
/// </summary>
internal static unsafe partial class LibCrypto
{
    private const string Library = "libcrypto";

    // EVP_PKEY_ED25519 and EVP_PKEY_ED448: numbers of libcrypto's object table, which never change.
    private const int Ed25519KeyType = 1087;
    private const int Ed448KeyType = 1088;

    private static readonly string[] FileNames =
        ["libcrypto.so.3", "libcrypto.so.1.1", "libcrypto.3.dylib", "libcrypto-3-x64.dll", "libcrypto-3-arm64.dll"];

    private static readonly nint Handle = Load();

    /// <summary>True if the library was found and has the functions needed.</summary>
    public static bool IsPresent => Handle != 0;

    /// <summary>What an operator should know if the library is not there; empty if it is.</summary>
    public static string AbsenceReason => IsPresent
        ? ""
        : $"no usable libcrypto (looked for {string.Join(", ", FileNames)}): "
            + "zones signed with Ed25519 or Ed448 alone are treated as unsigned";

    /// <summary>Hands over the octets of a public key; the handle is invalid if the library refuses them.</summary>
    public static LibCryptoKey ImportPublicKey(SecurityAlgorithm algorithm, ReadOnlySpan<byte> octets)
    {
        fixed (byte* key = octets)
        {
            var type = algorithm == SecurityAlgorithm.Ed25519 ? Ed25519KeyType : Ed448KeyType;
            var imported = EVP_PKEY_new_raw_public_key(type, 0, key, (nuint)octets.Length);
            if (imported.IsInvalid)
                ERR_clear_error();
            return imported;
        }
    }

    /// <summary>True if the signature holds.</summary>
    public static bool Verify(LibCryptoKey key, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        var context = EVP_MD_CTX_new();
        if (context == 0)
            return false;
        fixed (byte* dataStart = data, signatureStart = signature)
        {
            // EdDSA signs the whole message and names no hash: the digest stays null.
            var isValid = EVP_DigestVerifyInit(context, 0, 0, 0, key) == 1
                && EVP_DigestVerify(
                    context, signatureStart, (nuint)signature.Length, dataStart, (nuint)data.Length) == 1;
            EVP_MD_CTX_free(context);
            // The class library reads the same per-thread list of errors, so nothing may be left on it.
            if (!isValid)
                ERR_clear_error();
            return isValid;
        }
    }

    /// <summary>Gives a key back.</summary>
    [LibraryImport(Library)]
    internal static partial void EVP_PKEY_free(nint key);

    [LibraryImport(Library)]
    private static partial LibCryptoKey EVP_PKEY_new_raw_public_key(int type, nint engine, byte* key, nuint length);

    [LibraryImport(Library)]
    private static partial nint EVP_MD_CTX_new();

    [LibraryImport(Library)]
    private static partial void EVP_MD_CTX_free(nint context);

    [LibraryImport(Library)]
    private static partial int EVP_DigestVerifyInit(
        nint context, nint keyContext, nint digest, nint engine, LibCryptoKey key);

    [LibraryImport(Library)]
    private static partial int EVP_DigestVerify(
        nint context, byte* signature, nuint signatureLength, byte* data, nuint dataLength);

    [LibraryImport(Library)]
    private static partial void ERR_clear_error();

    private static nint Load()
    {
        foreach (var name in FileNames)
        {
            if (!NativeLibrary.TryLoad(name, typeof(LibCrypto).Assembly, null, out var handle))
                continue;
            if (NativeLibrary.TryGetExport(handle, nameof(EVP_PKEY_new_raw_public_key), out _)
                && NativeLibrary.TryGetExport(handle, nameof(EVP_DigestVerify), out _))
            {
                NativeLibrary.SetDllImportResolver(typeof(LibCrypto).Assembly, Resolve);
                return handle;
            }
            NativeLibrary.Free(handle);
        }
        return 0;
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        name == Library ? Handle : 0;
}
