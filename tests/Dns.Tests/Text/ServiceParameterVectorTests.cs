using System.Text.Json;
using Dns.Text;
using Xunit;

namespace Dns.Tests.Text;

public sealed class ServiceParameterVectorTests
{
    public static TheoryData<string> Vectors => [.. Registry.Lines("svcb-rfc9460-d.jsonl")];

    [Theory, Rfc(9460, "D"), MemberData(nameof(Vectors))]
    public void The_RFCs_vectors_are_read_written_and_refused(string line)
    {
        var vector = JsonDocument.Parse(line).RootElement;
        var rdata = new byte[RdataText.MaxLength];

        var error = RdataText.Read(RecordType.Svcb, vector.GetProperty("text").GetString()!, rdata, out var length);

        if (vector.GetProperty("wire").GetString() is { } wire)
        {
            Assert.Equal(TextError.None, error);
            Assert.Equal(wire, Convert.ToHexStringLower(rdata.AsSpan(0, length)));
            Assert.Equal(wire, Read(vector.GetProperty("canonical").GetString()!));
            Assert.Equal(wire, Read(RdataText.Write(RecordType.Svcb, rdata.AsSpan(0, length))));
        }
        else
        {
            Assert.NotEqual(TextError.None, error);
        }
    }

    private static string Read(string text)
    {
        var rdata = new byte[RdataText.MaxLength];
        return RdataText.Read(RecordType.Svcb, text, rdata, out var length) == TextError.None
            ? Convert.ToHexStringLower(rdata.AsSpan(0, length))
            : "refused";
    }
}
