using System.Buffers.Binary;
using Dns;
using Dns.Wire;

namespace Resolver.Answers;

/// <summary>Follows an answer section record by record, as a client that reads once from front to back.</summary>
internal ref struct AnswerOrder
{
    private readonly RecordType _asked;
    private readonly Span<byte> _expected;
    private int _expectedLength;
    private RecordType _lastType;
    private uint _lastTtl;
    private bool _isFinal;
    private int _links;

    /// <summary>Begins at the question's name; the buffer holds the name expected next.</summary>
    public AnswerOrder(Span<byte> buffer, ReadOnlySpan<byte> name, RecordType asked)
    {
        _expected = buffer;
        _asked = asked;
        name.CopyTo(_expected);
        _expectedLength = name.Length;
    }

    /// <summary>Takes the next record of the section.</summary>
    public AnswerFault Add(in RecordView record)
    {
        if (record.Type == RecordType.Rrsig && _asked != RecordType.Rrsig)
            return AddSignature(record);
        // A DNAME above the name is a link even where DNAME was asked for (RFC 6672 §3.1).
        if (record.Type == RecordType.Dname && (_asked != RecordType.Dname || !IsExpected(record.Owner)))
            return AddDname(record);
        if (!IsExpected(record.Owner))
            return _isFinal ? AnswerFault.BehindFinalSet : AnswerFault.OffChain;
        if (record.Type == RecordType.Cname && _asked is not (RecordType.Cname or RecordType.Any))
            return AddCname(record);
        if (_isFinal && record.Type != _lastType)
            return AnswerFault.BehindFinalSet;
        if (_isFinal && record.RawTtl != _lastTtl)
            return AnswerFault.TtlsDiffer;
        _isFinal = true;
        Remember(record);
        return AnswerFault.None;
    }

    /// <summary>What the section as a whole lacks, by the response's header.</summary>
    public readonly AnswerFault Finish(MessageHeader header)
    {
        var isBare = _links > 0 && !_isFinal && header.AuthorityCount == 0;
        return isBare && !header.IsTruncated && header.ResponseCode == ResponseCode.NoError
            ? AnswerFault.BareChain
            : AnswerFault.None;
    }

    private AnswerFault AddCname(in RecordView record)
    {
        if (_isFinal)
            return AnswerFault.BehindFinalSet;
        ParsedName.TryParse(record.Message, record.RdataOffset, out var target, out _);
        _expectedLength = target.CopyTo(_expected);
        _links++;
        Remember(record);
        return AnswerFault.None;
    }

    private AnswerFault AddDname(in RecordView record)
    {
        if (_isFinal)
            return AnswerFault.BehindFinalSet;
        Span<byte> owner = stackalloc byte[WireName.MaxLength];
        var length = record.Owner.CopyTo(owner);
        if (!WireName.IsBelow(_expected[.._expectedLength], owner[..length]))
            return AnswerFault.OffChain;
        Remember(record);
        return AnswerFault.None;
    }

    private readonly AnswerFault AddSignature(in RecordView record)
    {
        // RFC 4034 §3.1.1: the type covered is the first field.
        var covered = record.RdataLength < 2 ? 0 : BinaryPrimitives.ReadUInt16BigEndian(record.Rdata);
        return (RecordType)covered == _lastType && _lastType != 0 ? AnswerFault.None : AnswerFault.SignatureMisplaced;
    }

    private readonly bool IsExpected(ParsedName owner)
    {
        Span<byte> wire = stackalloc byte[WireName.MaxLength];
        return wire[..owner.CopyTo(wire)].SequenceEqual(_expected[.._expectedLength]);
    }

    private void Remember(in RecordView record)
    {
        _lastType = record.Type;
        _lastTtl = record.RawTtl;
    }
}
