using System.Buffers.Binary;
using Dns.Edns;

namespace Dns.Wire;

/// <summary>
/// Writes a message front to back into a buffer it was given. Each Try method writes whole or not at all; names are
/// compressed case and all, pointers lead backwards. Nothing is allocated.
/// </summary>
public ref struct MessageWriter
{
    private readonly Span<byte> _buffer;
    private readonly NameCompression _compression;
    private NameTable _names;
    private ushort _questions;
    private ushort _answers;
    private ushort _authority;
    private ushort _additional;

    /// <summary>Begins a message; the header is written by <see cref="Finish"/>.</summary>
    /// <param name="buffer">
    /// Where the message goes; its length, at least that of a header, is the limit of the message.
    /// </param>
    /// <param name="compression">Whether names are compressed at all.</param>
    [HotPath]
    public MessageWriter(Span<byte> buffer, NameCompression compression = NameCompression.Allowed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(buffer.Length, MessageHeader.Length);
        _buffer = buffer.Length > ushort.MaxValue ? buffer[..ushort.MaxValue] : buffer;
        _compression = compression;
        Position = MessageHeader.Length;
    }

    /// <summary>Octets written so far, the header's included.</summary>
    public int Position { get; private set; }

    /// <summary>Octets kept free at the end for what must follow, an OPT record for instance.</summary>
    public int Reserved { get; set; }

    private readonly int Room => _buffer.Length - Reserved - Position;

    /// <summary>Writes a question; false if it does not fit.</summary>
    [HotPath]
    public bool TryWriteQuestion(scoped ReadOnlySpan<byte> name, RecordType type, RecordClass recordClass)
    {
        var mark = SetMark();
        if (!TryWriteName(name) || Room < 4)
            return RollBack(mark);
        WriteUInt16((ushort)type);
        WriteUInt16((ushort)recordClass);
        _questions++;
        return true;
    }

    /// <summary>
    /// Writes all records of a set under the given owner with the given TTL, RDATA starting at the record
    /// <paramref name="first"/> and going round; false, and nothing written, if they do not all fit.
    /// </summary>
    [HotPath]
    public bool TryWriteRecords(Section section, scoped ReadOnlySpan<byte> owner, in RRset set, Ttl ttl, int first = 0)
    {
        var mark = SetMark();
        var skipped = 0;
        foreach (var rdata in set.Records)
        {
            if (skipped++ >= first && !TryWriteRecord(section, owner, set.Type, set.Class, ttl.Seconds, rdata))
                return RollBack(mark);
        }
        foreach (var rdata in set.Records)
        {
            if (first-- <= 0)
                break;
            if (!TryWriteRecord(section, owner, set.Type, set.Class, ttl.Seconds, rdata))
                return RollBack(mark);
        }
        return true;
    }

    /// <summary>Writes a set's RRSIG records under an owner; false, and nothing written, if not all fit.</summary>
    [HotPath]
    public bool TryWriteSignatures(Section section, scoped ReadOnlySpan<byte> owner, in RRset set, Ttl ttl)
    {
        var mark = SetMark();
        foreach (var rdata in set.Signatures)
        {
            if (!TryWriteRecord(section, owner, RecordType.Rrsig, set.Class, ttl.Seconds, rdata))
                return RollBack(mark);
        }
        return true;
    }

    /// <summary>Writes one record, its RDATA uncompressed; false, and nothing written, if it does not fit.</summary>
    [HotPath]
    public bool TryWriteRecord(
        Section section, scoped ReadOnlySpan<byte> owner, RecordType type, RecordClass recordClass, uint ttl,
        scoped ReadOnlySpan<byte> rdata)
    {
        var mark = SetMark();
        if (!TryWriteName(owner) || Room < 10)
            return RollBack(mark);
        WriteUInt16((ushort)type);
        WriteUInt16((ushort)recordClass);
        BinaryPrimitives.WriteUInt32BigEndian(_buffer[Position..], ttl);
        Position += 6;
        var start = Position;
        if (!TryWriteRdata(RdataLayout.Of(type), rdata))
            return RollBack(mark);
        BinaryPrimitives.WriteUInt16BigEndian(_buffer[(start - 2)..], (ushort)(Position - start));
        Count(section);
        return true;
    }

    /// <summary>Writes an OPT record, into the room that was kept for it; false if it does not fit.</summary>
    [HotPath]
    public bool TryWriteOpt(in EdnsHeader header, scoped ReadOnlySpan<byte> options)
    {
        Reserved = 0;
        return TryWriteRecord(
            Section.Additional, WireName.Root, RecordType.Opt, (RecordClass)header.PayloadSize, header.TtlField,
            options);
    }

    /// <summary>Writes the header over the counts so far and returns the length of the message.</summary>
    [HotPath]
    public readonly int Finish(ushort id, ushort flags)
    {
        new MessageHeader(id, flags, _questions, _answers, _authority, _additional).Write(_buffer);
        return Position;
    }

    /// <summary>A point to roll back to.</summary>
    [HotPath]
    public readonly Mark SetMark() => new(Position, _names.Count, _questions, _answers, _authority, _additional);

    /// <summary>Takes back all that was written since the mark; returns false for callers that fail with it.</summary>
    [HotPath]
    public bool RollBack(Mark mark)
    {
        Position = mark.Position;
        _names.Count = mark.Names;
        _questions = mark.Questions;
        _answers = mark.Answers;
        _authority = mark.Authority;
        _additional = mark.Additional;
        return false;
    }

    private bool TryWriteRdata(RdataLayout layout, scoped ReadOnlySpan<byte> rdata)
    {
        if (!layout.MayCompress || rdata.Length < layout.Prefix)
            return TryWriteOctets(rdata);
        if (!TryWriteOctets(rdata[..layout.Prefix]))
            return false;
        rdata = rdata[layout.Prefix..];
        for (var i = 0; i < layout.Names; i++)
        {
            // RDATA that is not of its type's form leaves as it came.
            var length = WireName.Measure(rdata);
            if (length < 0)
                return TryWriteOctets(rdata);
            if (!TryWriteName(rdata[..length]))
                return false;
            rdata = rdata[length..];
        }
        return TryWriteOctets(rdata);
    }

    private bool TryWriteName(scoped ReadOnlySpan<byte> name)
    {
        if (_compression == NameCompression.Forbidden || name.Length == 1)
            return TryWriteOctets(name);
        Span<byte> starts = stackalloc byte[WireName.MaxLabels];
        Span<ushort> hashes = stackalloc ushort[WireName.MaxLabels];
        var labels = HashSuffixes(name, starts, hashes);
        var comparisonsLeft = NameTable.MaxComparisons;
        for (var label = 0; label < labels; label++)
        {
            var target = _names.Find(_buffer, name[starts[label]..], hashes[label], ref comparisonsLeft);
            if (target >= 0)
                return TryWritePrefix(name[..starts[label]], target, starts[..label], hashes);
        }
        return TryWritePrefix(name, -1, starts[..labels], hashes);
    }

    private bool TryWritePrefix(
        scoped ReadOnlySpan<byte> prefix, int pointer, scoped ReadOnlySpan<byte> starts,
        scoped ReadOnlySpan<ushort> hashes)
    {
        var start = Position;
        if (Room < prefix.Length + (pointer < 0 ? 0 : 2))
            return false;
        prefix.CopyTo(_buffer[Position..]);
        Position += prefix.Length;
        if (pointer >= 0)
            WriteUInt16((ushort)(0xc000 | pointer));
        for (var i = 0; i < starts.Length; i++)
            _names.Add(hashes[i], start + starts[i]);
        return true;
    }

    private static int HashSuffixes(ReadOnlySpan<byte> name, Span<byte> starts, Span<ushort> hashes)
    {
        var labels = 0;
        for (var position = 0; name[position] != 0; position += name[position] + 1)
            starts[labels++] = (byte)position;
        var hash = 0u;
        for (var label = labels - 1; label >= 0; label--)
        {
            hash = NameTable.HashLabel(hash, name.Slice(starts[label], name[starts[label]] + 1));
            hashes[label] = (ushort)(hash >> 16);
        }
        return labels;
    }

    private bool TryWriteOctets(scoped ReadOnlySpan<byte> octets)
    {
        if (Room < octets.Length)
            return false;
        octets.CopyTo(_buffer[Position..]);
        Position += octets.Length;
        return true;
    }

    private void WriteUInt16(ushort value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(_buffer[Position..], value);
        Position += 2;
    }

    private void Count(Section section)
    {
        if (section == Section.Answer)
            _answers++;
        else if (section == Section.Authority)
            _authority++;
        else
            _additional++;
    }

    /// <summary>How much had been written at some point.</summary>
    public readonly record struct Mark
    {
        internal Mark(
            int position, int names, ushort questions, ushort answers, ushort authority, ushort additional)
        {
            Position = position;
            Names = names;
            Questions = questions;
            Answers = answers;
            Authority = authority;
            Additional = additional;
        }

        // The cursor, the names remembered and the four counts.
        internal int Position { get; }
        internal int Names { get; }
        internal ushort Questions { get; }
        internal ushort Answers { get; }
        internal ushort Authority { get; }
        internal ushort Additional { get; }
    }
}
