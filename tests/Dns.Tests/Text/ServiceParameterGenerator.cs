using System.Buffers.Binary;
using Dns.Text;

namespace Dns.Tests.Text;

/// <summary>
/// Makes service parameters that are well-formed, some with values that their key's text form cannot say.
/// </summary>
internal static class ServiceParameterGenerator
{
    public static byte[] Parameters(Random random)
    {
        var keys = Enumerable.Range(0, random.Next(6)).Select(_ => random.Next(1, random.Next(2) == 0 ? 12 : 65535))
            .Distinct().Order().ToList();
        var parameters = new List<byte>();
        if (keys.Count > 0 && random.Next(3) == 0)
            parameters.AddRange(Parameter(0, [.. keys.SelectMany(key => Number(key))]));
        foreach (var key in keys)
            parameters.AddRange(Parameter(key, Value(key, random)));
        return [.. parameters];
    }

    private static byte[] Value(int key, Random random) => key switch
    {
        SvcParamKeyText.Alpn =>
            [.. Enumerable.Range(0, random.Next(1, 4)).SelectMany(_ => RdataGenerator.Counted(random, 1, 20))],
        SvcParamKeyText.NoDefaultAlpn => [],
        SvcParamKeyText.Port => RdataGenerator.Octets(random, 2, 2),
        SvcParamKeyText.IPv4Hint => RdataGenerator.Octets(random, 4, 4),
        SvcParamKeyText.IPv6Hint => [.. RdataGenerator.Octets(random, 16, 16), .. new byte[16]],
        _ => RdataGenerator.Octets(random, 0, 40),
    };

    private static byte[] Parameter(int key, byte[] value) => [.. Number(key), .. Number(value.Length), .. value];

    private static byte[] Number(int value)
    {
        var octets = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(octets, (ushort)value);
        return octets;
    }
}
