using Dns;
using Dns.Edns;
using Dns.Wire;

namespace Micro.Dns;

/// <summary>The messages that the benches read and write: what a client asks most and what it gets.</summary>
internal static class Sample
{
    public static readonly DomainName Name = DomainName.Parse("www.example.com.");
    public static readonly DomainName Target = DomainName.Parse("host.cdn.example.net.");

    /// <summary>An answer's links: an alias and three addresses behind it.</summary>
    public static readonly RRset Alias = new RRsetBuilder(Name, RecordType.Cname).Add(Target.Wire, new(300)).Build();

    public static readonly RRset Addresses = new RRsetBuilder(Target, RecordType.A)
        .Add([192, 0, 2, 1], new(60)).Add([192, 0, 2, 2], new(60)).Add([192, 0, 2, 3], new(60)).Build();

    /// <summary>A query with EDNS.</summary>
    public static byte[] Query()
    {
        var buffer = new byte[512];
        var writer = new MessageWriter(buffer);
        writer.TryWriteQuestion(Name.Wire, RecordType.A, RecordClass.In);
        writer.TryWriteOpt(new(1232, 0, 0, EdnsHeader.DnssecOkBit), []);
        return buffer[..writer.Finish(1, MessageHeader.RecursionDesiredBit)];
    }

    /// <summary>Writes the answer to it.</summary>
    public static int WriteResponse(Span<byte> buffer)
    {
        var writer = new MessageWriter(buffer) { Reserved = EdnsHeader.RecordLength };
        writer.TryWriteQuestion(Name.Wire, RecordType.A, RecordClass.In);
        writer.TryWriteRecords(Section.Answer, Name.Wire, Alias, new(299));
        writer.TryWriteRecords(Section.Answer, Target.Wire, Addresses, new(59), 1);
        writer.TryWriteOpt(new(1232, 0, 0, 0), []);
        return writer.Finish(1, MessageHeader.ResponseBit);
    }
}
