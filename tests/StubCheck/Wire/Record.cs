namespace StubCheck.Wire;

/// <summary>One record as it stands in a message.</summary>
internal sealed record Record(Section Section, WireName Owner, ushort Type, ushort Class, uint Ttl, byte[] Rdata)
{
    /// <summary>The names in the RDATA, expanded: a CNAME's target, a signature's signer.</summary>
    public IReadOnlyList<WireName> Names { get; init; } = [];

    /// <summary>Where an alias leads.</summary>
    public WireName Target => Names[0];

    /// <summary>True for a CNAME whose target could be read.</summary>
    public bool IsAlias => Type == RecordTypes.Cname && Names.Count == 1;

    /// <summary>The type that a signature covers.</summary>
    public ushort Covers => Rdata.Length >= 2 ? (ushort)((Rdata[0] << 8) | Rdata[1]) : (ushort)0;

    /// <summary>True if both say the same, whatever their TTL.</summary>
    public bool IsTwinOf(Record other) =>
        Type == other.Type && Class == other.Class && Owner.IsSameAs(other.Owner) && SameContent(other);

    /// <summary>Owner and type, for a person.</summary>
    public override string ToString() => $"{Owner} {RecordTypes.Name(Type)}";

    // Expanded names compare, so that two ways to compress one target are one target.
    private bool SameContent(Record other) =>
        RecordTypes.MayCompress(Type) && Type != RecordTypes.Mx
            ? Names.Count == other.Names.Count && Names.Zip(other.Names).All(pair => pair.First.IsSameAs(pair.Second))
            : Rdata.AsSpan().SequenceEqual(other.Rdata);
}
