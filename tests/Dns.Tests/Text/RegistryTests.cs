using Dns.Edns;
using Dns.Text;
using Xunit;

namespace Dns.Tests.Text;

public sealed class RegistryTests
{
    [Fact]
    public void Every_type_of_the_registry_has_its_mnemonic_both_ways()
    {
        Assert.All(Registry.Read("rr-types.csv"), row =>
        {
            Assert.Equal(row.Name, RecordTypeText.Write((RecordType)row.Number));
            Assert.True(RecordTypeText.TryRead(row.Name, out var type));
            Assert.Equal(row.Number, (int)type);
            Assert.True(RecordTypeText.TryRead(row.Name.ToLowerInvariant(), out type));
            Assert.Equal(row.Number, (int)type);
        });
    }

    [Fact]
    public void Every_data_type_of_the_registry_has_a_text_form_of_its_own_but_NULL()
    {
        var dataTypes = Registry.Lines("rr-types.csv").Where(line => line.EndsWith(",data"))
            .Select(line => (RecordType)int.Parse(line.Split(',')[0]));

        // NULL is anything at all, and UNSPEC was never described.
        Assert.Equal([RecordType.Null, RecordType.Unspec], dataTypes.Except(RdataSyntax.Types));
    }

    [Fact]
    public void Every_type_number_is_read_back_from_what_is_written()
    {
        Assert.All(Enumerable.Range(0, 65536), number =>
        {
            Assert.True(RecordTypeText.TryRead(RecordTypeText.Write((RecordType)number), out var type));
            Assert.Equal(number, (int)type);
            Assert.True(RecordTypeText.TryRead($"TYPE{number}", out type));
            Assert.Equal(number, (int)type);
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("TYPE")]
    [InlineData("TYPE65536")]
    [InlineData("TYPE-1")]
    [InlineData("TYPEA")]
    [InlineData("NSEC33")]
    [InlineData("Ä")]
    [InlineData("A\0")]
    [InlineData("a-word-that-is-far-longer-than-any-mnemonic-there-is")]
    public void What_is_no_type_is_refused(string text)
    {
        Assert.False(RecordTypeText.TryRead(text, out _));
    }

    [Theory]
    [InlineData("IN", 1)]
    [InlineData("in", 1)]
    [InlineData("CH", 3)]
    [InlineData("CHAOS", 3)]
    [InlineData("HS", 4)]
    [InlineData("NONE", 254)]
    [InlineData("ANY", 255)]
    [InlineData("CLASS1", 1)]
    [InlineData("class65535", 65535)]
    public void Classes_have_mnemonics_and_numbers(string text, int number)
    {
        Assert.True(RecordClassText.TryRead(text, out var recordClass));
        Assert.Equal(number, (int)recordClass);
        Assert.True(RecordClassText.TryRead(RecordClassText.Write(recordClass), out var again));
        Assert.Equal(recordClass, again);
    }

    [Fact]
    public void A_class_beyond_16_bits_is_refused()
    {
        Assert.False(RecordClassText.TryRead("CLASS65536", out _));
    }

    [Fact]
    public void Every_response_code_of_the_registry_has_its_mnemonic_both_ways()
    {
        Assert.All(Registry.Read("rcodes.csv"), row =>
        {
            Assert.Equal(row.Name, ResponseCodeText.Write((ResponseCode)row.Number));
            Assert.True(ResponseCodeText.TryRead(row.Name, out var code));
            Assert.Equal(row.Number, (int)code);
        });
        Assert.Equal("RCODE3841", ResponseCodeText.Write((ResponseCode)3841));
    }

    [Fact]
    public void Opcodes_have_mnemonics_and_numbers()
    {
        Assert.Equal("QUERY", OpcodeText.Write(Opcode.Query));
        Assert.Equal("OPCODE3", OpcodeText.Write((Opcode)3));
    }

    [Fact]
    public void Every_DNSSEC_algorithm_of_the_registry_has_its_mnemonic_both_ways()
    {
        Assert.All(Registry.Read("dnssec-algorithms.csv"), row =>
        {
            Assert.Equal(row.Name, DnssecAlgorithmText.Write((byte)row.Number));
            Assert.True(DnssecAlgorithmText.TryRead(row.Name, out var algorithm));
            Assert.Equal(row.Number, algorithm);
        });
        Assert.Equal("200", DnssecAlgorithmText.Write(200));
        Assert.True(DnssecAlgorithmText.TryRead("255", out _));
        Assert.False(DnssecAlgorithmText.TryRead("256", out _));
    }

    [Fact]
    public void Every_digest_type_of_the_registry_has_its_name()
    {
        Assert.All(Registry.Read("ds-digests.csv"), row =>
            Assert.Equal(row.Name, DigestTypeText.Write((byte)row.Number)));
        Assert.Equal("7", DigestTypeText.Write(7));
    }

    [Fact]
    public void Every_extended_error_of_the_registry_has_its_purpose()
    {
        Assert.All(Registry.Read("extended-errors.csv"), row =>
            Assert.Equal(row.Name, ExtendedErrorText.Of((ExtendedErrorCode)row.Number)));
    }

    [Fact]
    public void Every_service_parameter_key_of_the_registry_has_its_name_both_ways()
    {
        Assert.All(Registry.Read("svc-params.csv"), row =>
        {
            Assert.Equal(row.Name, SvcParamKeyText.Write((ushort)row.Number));
            Assert.True(SvcParamKeyText.TryRead(System.Text.Encoding.ASCII.GetBytes(row.Name), out var key));
            Assert.Equal(row.Number, key);
        });
        Assert.Equal("key667", SvcParamKeyText.Write(667));
    }

    [Fact]
    public void Every_text_error_has_words_of_its_own()
    {
        var words = Enum.GetValues<TextError>().Select(TextErrorText.Of).ToList();

        Assert.DoesNotContain("unknown error", words);
        Assert.Equal(words.Count, words.Distinct().Count());
    }
}
