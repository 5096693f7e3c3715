using Dns;
using Dns.Edns;
using Dns.Wire;
using Xunit;

namespace Resolver.Tests.Queries;

/// <summary>A response read back: header, lines of each section, OPT.</summary>
public sealed class ReadResponse
{
    public ReadResponse(byte[] octets)
    {
        Octets = octets;
        Assert.True(MessageReader.TryStart(octets, out var reader));
        Header = reader.Header;
        if (reader.TryReadQuestion(out var question))
            Question = question.Name.ToString();
        while (reader.TryReadRecord(out var record))
            Take(record);
        Assert.Equal(WireError.None, reader.Error);
        Assert.True(reader.IsAtEnd);
    }

    public byte[] Octets { get; }

    public MessageHeader Header { get; }

    public string Question { get; } = "";

    public List<string> Answer { get; } = [];

    public List<string> Authority { get; } = [];

    public EdnsHeader? Opt { get; private set; }

    public ExtendedErrorCode? Error { get; private set; }

    public Dictionary<EdnsOptionCode, byte[]> Options { get; } = [];

    public ResponseCode Rcode =>
        (ResponseCode)(((Opt?.ExtendedRcode ?? 0) << 4) | (int)Header.ResponseCode);

    public string Line => string.Join(" | ", Answer);

    private void Take(in RecordView record)
    {
        if (record.Type == RecordType.Opt)
        {
            TakeOpt(record);
            return;
        }
        var buffer = new byte[record.RdataLength + 600];
        Assert.Equal(WireError.None, RdataExpander.TryExpand(record, buffer, out var length));
        var line = $"{record.Owner.ToString()} {record.Ttl} {record.Type.ToString().ToUpperInvariant()} "
            + Text(record.Type, buffer.AsSpan(0, length));
        (record.Section == Section.Answer ? Answer : Authority).Add(line);
    }

    private void TakeOpt(in RecordView record)
    {
        Assert.Null(Opt);
        Opt = EdnsHeader.From(record);
        Assert.True(EdnsOptions.TryParse(record.Rdata, out var options));
        foreach (var option in options)
        {
            Options[option.Code] = option.Content.ToArray();
            if (option.Code == EdnsOptionCode.ExtendedError)
                Error = (ExtendedErrorCode)((option.Content[0] << 8) | option.Content[1]);
        }
    }

    private static string Text(RecordType type, ReadOnlySpan<byte> rdata) => type switch
    {
        RecordType.A => string.Join('.', rdata.ToArray()),
        RecordType.Cname or RecordType.Dname or RecordType.Ptr or RecordType.Ns =>
            DomainName.FromWire(rdata).ToString(),
        RecordType.Rrsig => "covers " + (RecordType)((rdata[0] << 8) | rdata[1]),
        _ => $"({rdata.Length})",
    };
}
