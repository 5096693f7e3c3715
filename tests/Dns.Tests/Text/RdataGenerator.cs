using Dns.Text;
using Dns.Text.Fields;

namespace Dns.Tests.Text;

/// <summary>Makes RDATA out of the same fields by which it is read and written.</summary>
internal static class RdataGenerator
{
    public static byte[] Rdata(RecordType type, Random random)
    {
        var rdata = new List<byte>();
        foreach (var field in RdataSyntax.Of(type, RecordClass.In))
            rdata.AddRange(Field(field, random));
        return [.. rdata];
    }

    public static byte[] Name(Random random)
    {
        var name = new List<byte>();
        for (var labels = random.Next(5); labels > 0; labels--)
            name.AddRange(Counted(random, 1, random.Next(8) == 0 ? 62 : 12));
        return [.. name, 0];
    }

    private static byte[] Field(TextField field, Random random) => field switch
    {
        NameField => Name(random),
        NamesField => [.. Repeat(random.Next(4), () => Name(random))],
        StringField => Counted(random, 0, 255),
        StringsField => [.. Repeat(1 + random.Next(2), () => Counted(random, 0, 255))],
        LongStringField => Octets(random, 1, 700),
        TagField => [5, .. "issue"u8],
        HexField or Base64Field or NsapField => Octets(random, 1, 300),
        DashOrBase64Field => Octets(random, 0, 50),
        SaltField => Counted(random, 0, 20),
        HashField => Counted(random, 1, 40),
        DigestField => Digest(field, random),
        BitmapField => Bitmap(random),
        NxtBitmapField => [(byte)random.Next(128), .. Octets(random, 0, 14), (byte)random.Next(1, 256)],
        ParametersField => ServiceParameterGenerator.Parameters(random),
        _ => Special(field, random),
    };

    private static byte[] Special(TextField field, Random random) => field switch
    {
        GatewayField => Gateway(random, random.Next(4), type => [type, (byte)random.Next(256)]),
        RelayField => Gateway(random, random.Next(4), type => [(byte)(type | random.Next(2) << 7)]),
        HostIdentityField => HostIdentity(random),
        PortsField => [(byte)random.Next(256), .. Octets(random, 0, 40), (byte)random.Next(1, 256)],
        AddressChainField => AddressChain(random),
        AtmaField => random.Next(2) == 0 ? [0, .. Octets(random, 1, 20)] : [1, .. "4989123456"u8],
        PrefixesField => [.. Repeat(random.Next(4), () => Prefix(random))],
        LocationField => Location(random),
        _ => Fixed(field, random),
    };

    /// <summary>A field whose size does not depend on what is in it.</summary>
    private static byte[] Fixed(TextField field, Random random)
    {
        var octets = Octets(random, 64, 64);
        return octets[..field.Measure(octets)];
    }

    private static byte[] Digest(TextField field, Random random)
    {
        var hash = (byte)random.Next(8);
        int[] candidates = [20, 32, 48, 64];
        var lengths = candidates.Where(length => field.Measure([hash, .. new byte[length]]) > 0).ToArray();
        var chosen = lengths[random.Next(lengths.Length)];
        return [hash, .. Octets(random, chosen, chosen)];
    }

    private static byte[] Bitmap(Random random)
    {
        var bitmap = new List<byte>();
        for (var window = random.Next(3); window < 256; window += 1 + random.Next(200))
        {
            byte[] bits = [.. Octets(random, 0, 31), (byte)random.Next(1, 256)];
            bitmap.AddRange([(byte)window, (byte)bits.Length, .. bits]);
        }
        return [.. bitmap];
    }

    private static byte[] Gateway(Random random, int type, Func<byte, byte[]> head) => type switch
    {
        0 => head(0),
        1 => [.. head(1), .. Octets(random, 4, 4)],
        2 => [.. head(2), .. Octets(random, 16, 16)],
        _ => [.. head(3), .. Name(random)],
    };

    private static byte[] HostIdentity(Random random)
    {
        byte[] tag = Octets(random, 1, 16), key = Octets(random, 1, 300);
        byte[] head = [(byte)tag.Length, (byte)random.Next(256), (byte)(key.Length >> 8), (byte)key.Length];
        return [.. head, .. tag, .. key];
    }

    private static byte[] AddressChain(Random random)
    {
        var prefix = random.Next(129);
        var suffix = Octets(random, (128 - prefix + 7) / 8, (128 - prefix + 7) / 8);
        if (suffix.Length > 0)
            suffix[0] &= (byte)(0xff >> prefix % 8);
        return [(byte)prefix, .. suffix, .. prefix == 0 ? [] : Name(random)];
    }

    private static byte[] Prefix(Random random)
    {
        var (family, max) = random.Next(2) == 0 ? (1, 4) : (2, 16);
        byte[] address = [.. Octets(random, 0, max - 1), (byte)random.Next(1, 256)];
        var length = (byte)(address.Length | random.Next(2) << 7);
        return [0, (byte)family, (byte)random.Next(8 * max + 1), length, .. address];
    }

    private static byte[] Location(Random random)
    {
        var octets = Octets(random, 16, 16);
        octets[0] = 0;
        for (var i = 1; i <= 3; i++)
            octets[i] = (byte)(random.Next(1, 10) << 4 | random.Next(10));
        octets[4] = octets[8] = (byte)(random.Next(2) == 0 ? 0x80 : 0x7f);
        return octets;
    }

    private static IEnumerable<byte> Repeat(int count, Func<byte[]> make) =>
        Enumerable.Range(0, count).SelectMany(_ => make());

    internal static byte[] Counted(Random random, int min, int max)
    {
        var octets = Octets(random, min, max);
        return [(byte)octets.Length, .. octets];
    }

    /// <summary>Octets of any kind or, half of the time, ones that look like text.</summary>
    internal static byte[] Octets(Random random, int min, int max)
    {
        var octets = new byte[random.Next(min, max + 1)];
        random.NextBytes(octets);
        if (random.Next(2) == 0)
        {
            foreach (ref var octet in octets.AsSpan())
                octet = (byte)(0x20 + octet % 0x60);
        }
        return octets;
    }
}
