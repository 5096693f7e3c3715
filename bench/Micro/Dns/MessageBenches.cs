using BenchmarkDotNet.Attributes;
using Dns.Wire;

namespace Micro.Dns;

/// <summary>Reading a query, reading and writing an answer of four records.</summary>
[MemoryDiagnoser]
public class MessageBenches
{
    private readonly byte[] _query = Sample.Query();
    private readonly byte[] _buffer = new byte[1232];
    private readonly byte[] _rdata = new byte[2048];
    private byte[] _response = [];

    [GlobalSetup]
    public void Compose() => _response = _buffer[..Sample.WriteResponse(_buffer)];

    [Benchmark]
    public int ParseQuery() => Read(_query);

    [Benchmark]
    public int ParseResponse() => Read(_response);

    [Benchmark]
    public WireError CheckResponse() => MessageCheck.FirstFault(_response);

    [Benchmark]
    public int ComposeResponse() => Sample.WriteResponse(_buffer);

    private int Read(byte[] message)
    {
        var octets = 0;
        if (!MessageReader.TryStart(message, out var reader) || !reader.TryReadQuestion(out var question))
            return -1;
        octets += question.Name.Length;
        while (reader.TryReadRecord(out var record))
        {
            if (RdataExpander.TryExpand(record, _rdata, out var length) == WireError.None)
                octets += length;
        }
        return octets;
    }
}
