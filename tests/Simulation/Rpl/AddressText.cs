using System.Net;

namespace Simulation.Rpl;

/// <summary>Addresses as scenarios write them.</summary>
internal static class AddressText
{
    /// <summary>
    /// The one spelling of an address, "@port" and "#name" cut off; what is no address stays as it is.
    /// </summary>
    public static string Canonical(string text)
    {
        text = text.Split('@')[0].Split('#')[0].Trim();
        return IPAddress.TryParse(text, out var address) ? address.ToString() : text;
    }
}
