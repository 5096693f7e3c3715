using Microsoft.Win32.SafeHandles;

namespace Dnssec.Algorithms;

/// <summary>A key that libcrypto holds (EVP_PKEY).</summary>
internal sealed class LibCryptoKey : SafeHandleZeroOrMinusOneIsInvalid
{
    /// <summary>For the marshaller; holds nothing yet.</summary>
    public LibCryptoKey() : base(ownsHandle: true)
    {
    }

    protected override bool ReleaseHandle()
    {
        LibCrypto.EVP_PKEY_free(handle);
        return true;
    }
}
