using Dns.Text;
using Dns.Wire;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Dns.Tests.Text;

public sealed class RdataRoundTripTests
{
    public static TheoryData<RecordType> Types => [.. RdataSyntax.Types];

    [Theory, MemberData(nameof(Types))]
    public void Rdata_is_read_back_from_what_is_written(RecordType type)
    {
        Check.QuickThrowOnFailure(Prop.ForAll<int>(seed =>
        {
            var rdata = RdataGenerator.Rdata(type, new Random(seed));
            var text = RdataText.Write(type, rdata);
            return !text.StartsWith(@"\#", StringComparison.Ordinal)
                && text.All(character => character is >= ' ' and < (char)0x7f)
                && IsReadBack(type, rdata, text);
        }));
    }

    [Theory, MemberData(nameof(Types))]
    public void Every_type_is_read_in_generic_form(RecordType type)
    {
        Check.QuickThrowOnFailure(Prop.ForAll<int>(seed =>
        {
            var rdata = RdataGenerator.Rdata(type, new Random(seed));
            return IsReadBack(type, rdata, $@"\# {rdata.Length} {Convert.ToHexString(rdata)}");
        }));
    }

    [Theory, MemberData(nameof(Types))]
    public void What_has_a_text_form_is_well_formed_on_the_wire(RecordType type)
    {
        Check.QuickThrowOnFailure(Prop.ForAll<int>(seed =>
        {
            var random = new Random(seed);
            var rdata = Mutate(RdataGenerator.Rdata(type, random), random);
            return !RdataText.Fits(RdataSyntax.Of(type, RecordClass.In), rdata)
                || RdataExpander.IsWellFormed(type, RecordClass.In, rdata);
        }));
    }

    [Theory, MemberData(nameof(Types))]
    public void Broken_rdata_that_is_well_formed_on_the_wire_is_read_back_too(RecordType type)
    {
        Check.QuickThrowOnFailure(Prop.ForAll<int>(seed =>
        {
            var random = new Random(seed);
            var rdata = Mutate(RdataGenerator.Rdata(type, random), random);
            return !RdataExpander.IsWellFormed(type, RecordClass.In, rdata)
                || IsReadBack(type, rdata, RdataText.Write(type, rdata));
        }));
    }

    [Theory, MemberData(nameof(Types))]
    public void Broken_text_is_refused_or_means_what_it_is_written_as(RecordType type)
    {
        Check.QuickThrowOnFailure(Prop.ForAll<int>(seed =>
        {
            var random = new Random(seed);
            var text = Mutate(RdataText.Write(type, RdataGenerator.Rdata(type, random)), random);
            var buffer = new byte[RdataText.MaxLength];
            if (RdataText.Read(type, text, buffer, out var length) != TextError.None)
                return true;
            var rdata = buffer[..length];
            return IsReadBack(type, rdata, RdataText.Write(type, rdata));
        }));
    }

    [Fact]
    public void Unknown_types_are_read_back_whatever_they_hold()
    {
        Check.QuickThrowOnFailure(Prop.ForAll<ushort, byte[]>((number, rdata) =>
        {
            var type = (RecordType)number;
            return !RdataExpander.IsWellFormed(type, RecordClass.In, rdata)
                || IsReadBack(type, rdata, RdataText.Write(type, rdata));
        }));
    }

    private static bool IsReadBack(RecordType type, byte[] rdata, string text)
    {
        var buffer = new byte[RdataText.MaxLength];
        var error = RdataText.Read(type, text, buffer, out var length);
        return error == TextError.None && rdata.AsSpan().SequenceEqual(buffer.AsSpan(0, length));
    }

    private static byte[] Mutate(byte[] octets, Random random)
    {
        var list = octets.ToList();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(list.Count + 1);
            if (random.Next(3) == 0 || at == list.Count)
                list.Insert(at, (byte)random.Next(256));
            else if (random.Next(2) == 0)
                list.RemoveAt(at);
            else
                list[at] = (byte)random.Next(256);
        }
        return [.. list];
    }

    private static string Mutate(string text, Random random)
    {
        const string Characters = "\"\\ .:;()@#=,-0179AFaz!\n\u00e4";
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(text.Length + 1);
            var character = Characters[random.Next(Characters.Length)].ToString();
            text = random.Next(2) == 0 || at == text.Length
                ? text.Insert(at, character)
                : text.Remove(at, 1).Insert(at, random.Next(2) == 0 ? character : "");
        }
        return text;
    }
}
