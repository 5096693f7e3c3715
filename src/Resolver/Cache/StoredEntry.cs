using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Dns;
using Resolver.Ports;

namespace Resolver.Cache;

/// <summary>An entry copied out of the store: a view of the arena.</summary>
internal readonly struct StoredEntry
{
    private readonly byte[] _buffer;
    private readonly int _offset;

    /// <summary>Makes the view.</summary>
    public StoredEntry(byte[] buffer, int offset, int hits)
    {
        _buffer = buffer;
        _offset = offset;
        Hits = hits;
        Header = EntryHeader.Read(buffer.AsSpan(offset));
    }

    /// <summary>The fixed part.</summary>
    public EntryHeader Header { get; }

    /// <summary>How often it has been found since it was stored, this time included.</summary>
    public int Hits { get; }

    /// <summary>Where it begins in the arena's buffer.</summary>
    public int Offset => _offset;

    /// <summary>The name it is kept under, in wire form.</summary>
    public ReadOnlySpan<byte> Name => EntryHeader.KeyOf(_buffer.AsSpan(_offset, Header.Length));

    /// <summary>The set, or the SOA of a denial, which may be none.</summary>
    public RRset Set
    {
        get
        {
            var at = SetAt;
            return BinaryPrimitives.ReadInt32BigEndian(_buffer.AsSpan(at)) == 0 ? default
                : RRset.FromBlock(_buffer, at);
        }
    }

    /// <summary>The sets that prove it.</summary>
    public RRsetSequence Proofs
    {
        get
        {
            if (Header.ProofCount == 0)
                return default;
            var at = SetAt + Math.Max(BinaryPrimitives.ReadInt32BigEndian(_buffer.AsSpan(SetAt)), sizeof(int));
            return RRsetSequence.FromBlocks(_buffer, at, Header.ProofCount);
        }
    }

    /// <summary>The server it came from.</summary>
    public ServerAddress Origin
    {
        get
        {
            var octets = _buffer.AsSpan(_offset + EntryHeader.Size, Header.OriginLength);
            HostAddress.TryFromOctets(octets[2..], out var host);
            return new(host, MemoryMarshal.Read<ushort>(octets));
        }
    }

    // A set is kept under its owner, which stands inside its block; a denial's name stands in front of the SOA.
    private int SetAt => Header.Kind == EntryKind.Data
        ? _offset + Header.KeyAt - RRset.OwnerLengthAt
        : _offset + Header.KeyAt + 1 + _buffer[_offset + Header.KeyAt];
}
