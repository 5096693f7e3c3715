using Dns.Records;

namespace Dns.Zones;

/// <summary>
/// What one entry leaves for the next: origin, owner, class and lifetimes (RFC 1035 §5.1, RFC 2308 §4).
/// </summary>
internal sealed class ZoneState
{
    private readonly byte[] _owner = new byte[WireName.MaxLength];
    private readonly Ttl? _fallbackTtl;
    private int _ownerLength;
    private Ttl? _lastTtl;
    private Ttl? _soaMinimum;

    /// <summary>Begins a text.</summary>
    public ZoneState(ZoneReaderOptions options)
    {
        Origin = options.Origin;
        Class = options.Class ?? RecordClass.In;
        _fallbackTtl = options.DefaultTtl;
    }

    /// <summary>What relative names are relative to.</summary>
    public DomainName Origin { get; set; }

    /// <summary>The class stated last.</summary>
    public RecordClass Class { get; set; }

    /// <summary>The lifetime $TTL set.</summary>
    public Ttl? DefaultTtl { get; set; }

    /// <summary>The owner stated last; empty before the first.</summary>
    public ReadOnlySpan<byte> Owner => _owner.AsSpan(0, _ownerLength);

    /// <summary>Room to write the next owner into, followed by <see cref="SetOwnerLength"/>.</summary>
    public Span<byte> OwnerBuffer => _owner;

    /// <summary>What to restore after an include.</summary>
    public ZoneContext Context => new(Origin, _ownerLength == 0 ? null : DomainName.FromWire(Owner));

    /// <summary>Takes what stands in the buffer as owner.</summary>
    public void SetOwnerLength(int length) => _ownerLength = length;

    /// <summary>Goes back to what was before an include.</summary>
    public void Restore(ZoneContext context)
    {
        Origin = context.Origin;
        _ownerLength = context.Owner?.Wire.Length ?? 0;
        context.Owner?.Wire.CopyTo(_owner);
    }

    /// <summary>The lifetime of a record that gives <paramref name="stated"/> or none; null if there is none.</summary>
    // RFC 2308 §4: $TTL is for records that state none. RFC 1035 §5.1: without it the last one stated is; before the
    // first, the SOA record's minimum is the best there is (RFC 1035 §3.3.13).
    public Ttl? ChooseTtl(Ttl? stated, RecordType type, ReadOnlySpan<byte> rdata)
    {
        if (type == RecordType.Soa && SoaData.TryRead(rdata, out var soa))
            _soaMinimum = soa.Minimum;
        _lastTtl = stated ?? _lastTtl;
        return stated ?? DefaultTtl ?? _lastTtl ?? _soaMinimum ?? _fallbackTtl;
    }
}
