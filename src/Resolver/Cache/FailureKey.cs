using Dns;

namespace Resolver.Cache;

/// <summary>What a failure is remembered by: the question and the servers it was put to.</summary>
public readonly ref struct FailureKey
{
    /// <summary>Makes the key of a question, put to these servers or to whatever servers there are.</summary>
    public FailureKey(ReadOnlySpan<byte> name, RecordType type, ServerSet servers = default)
    {
        Name = name;
        Type = type;
        Servers = servers;
    }

    /// <summary>The name in wire form.</summary>
    public ReadOnlySpan<byte> Name { get; }

    /// <summary>The type.</summary>
    public RecordType Type { get; }

    /// <summary>The servers.</summary>
    public ServerSet Servers { get; }
}
