using System.Buffers.Binary;
using Dns;
using Dnssec;
using Resolver.Ports;

namespace Resolver.Cache;

/// <summary>
/// Reads the entries of one chunk. The octets come from outside the process: whatever a cache could not hold is
/// refused, and no time in them is believed beyond the lifetime it belongs to.
/// </summary>
internal ref struct SnapshotCursor
{
    // Times further back are as good as this: nothing is served so long after its lifetime.
    private const long LongestPastMs = 30L * 86_400_000;

    private readonly byte[] _chunk;
    private readonly int _end;
    private readonly Moment _now;
    private readonly Ttl _maxTtl;
    private int _at;

    /// <summary>Starts at an entry of a chunk; the last one ends with the range.</summary>
    public SnapshotCursor(byte[] chunk, Range range, in Moment now, Ttl maxTtl)
    {
        _chunk = chunk;
        (_at, var length) = range.GetOffsetAndLength(chunk.Length);
        _end = _at + length;
        _now = now;
        _maxTtl = maxTtl;
    }

    /// <summary>True if all octets have been read.</summary>
    public readonly bool IsDone => _at == _end;

    private readonly ReadOnlySpan<byte> Rest => _chunk.AsSpan(_at, _end - _at);

    /// <summary>Reads the next entry; false if there is none or it is malformed.</summary>
    public bool TryNext(out ReadOnlySpan<byte> name, out EntryDraft draft)
    {
        name = default;
        draft = default;
        var octets = Rest;
        if (octets.Length < SnapshotEntry.FixedLength || !TryReadHeader(octets, out var header))
            return false;
        int proofCount = octets[24];
        var port = BinaryPrimitives.ReadUInt16BigEndian(octets[21..]);
        if (!TryTake(SnapshotEntry.FixedLength, out _) || !TryTake(octets[23], out var address)
            || !HostAddress.TryFromOctets(address, out var host))
            return false;
        ReadOnlySpan<byte> denied = [];
        if (header.Kind != EntryKind.Data && !TryTakeName(out denied))
            return false;
        if (!TryTakeSet(header, out var set) || !TryTakeProofs(proofCount, out var proofs))
            return false;
        name = header.Kind == EntryKind.Data ? set.Owner : denied;
        draft = EntryDraft.Restored(header, new(host, port), denied, set, proofs);
        return true;
    }

    private readonly bool TryReadHeader(ReadOnlySpan<byte> octets, out EntryHeader header)
    {
        var type = (RecordType)BinaryPrimitives.ReadUInt16BigEndian(octets[3..]);
        var lifetime = Ttl.Min(new(BinaryPrimitives.ReadUInt32BigEndian(octets[5..])), _maxTtl);
        header = new()
        {
            Kind = (EntryKind)(octets[0] & 3),
            Security = (SecurityStatus)(octets[1] & 3),
            Credibility = (Credibility)(octets[2] & 7),
            Type = type,
            Lifetime = lifetime,
            SignaturesEnd = BinaryPrimitives.ReadUInt32BigEndian(octets[17..]),
            ExpiresAt = EndOf(BinaryPrimitives.ReadInt64BigEndian(octets[9..]), lifetime),
        };
        return octets[0] is >= (byte)EntryKind.Data and <= (byte)EntryKind.NxDomain
            && octets[1] is <= (byte)SecurityStatus.Secure
            && octets[2] is >= (byte)Credibility.Additional and <= (byte)Credibility.Local
            && !CacheFitness.IsMeta(type)
            && (header.Kind != EntryKind.NxDomain || type == RecordType.Dname);
    }

    // A wall clock set back must not make anything live longer than it was meant to.
    private readonly Instant EndOf(long wallMs, Ttl lifetime)
    {
        var wallNow = _now.Wall.Milliseconds;
        var end = Math.Clamp(wallMs, wallNow - LongestPastMs, wallNow + EntryHeader.ReuseMs(lifetime));
        return _now.Monotonic.PlusMilliseconds(end - wallNow);
    }

    private bool TryTake(int length, out ReadOnlySpan<byte> octets)
    {
        octets = default;
        if (length > _end - _at)
            return false;
        octets = _chunk.AsSpan(_at, length);
        _at += length;
        return true;
    }

    private bool TryTakeName(out ReadOnlySpan<byte> name)
    {
        name = default;
        return TryTake(1, out var length) && TryTake(length[0], out name) && WireName.IsValid(name);
    }

    private bool TryTakeSet(in EntryHeader header, out RRset set)
    {
        set = default;
        var mayBeNone = header.Kind != EntryKind.Data && Rest.Length >= SnapshotEntry.NoSetLength;
        if (mayBeNone && BinaryPrimitives.ReadInt32BigEndian(Rest) == 0)
            return TryTake(SnapshotEntry.NoSetLength, out _);
        if (!TryTakeBlock(out set) || !CacheFitness.IsFit(set))
            return false;
        return header.Kind == EntryKind.Data ? set.Type == header.Type : set.Type == RecordType.Soa && set.Count > 0;
    }

    private bool TryTakeProofs(int count, out RRsetSequence proofs)
    {
        proofs = count == 0 ? default : RRsetSequence.FromBlocks(_chunk, _at, count);
        for (var i = 0; i < count; i++)
        {
            if (!TryTakeBlock(out var proof) || proof.Type is not (RecordType.Nsec or RecordType.Nsec3))
                return false;
        }
        return true;
    }

    private bool TryTakeBlock(out RRset set)
    {
        set = RRset.FromBlock(_chunk, _at);
        var length = RRsetBlock.Measure(Rest);
        return length > 0 && TryTake(length, out _) && set.Class == RecordClass.In;
    }
}
