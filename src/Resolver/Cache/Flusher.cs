using Resolver.Ports;

namespace Resolver.Cache;

/// <summary>Carries out flushes that concern many names. One at a time; queries go on meanwhile.</summary>
internal sealed class Flusher
{
    /// <summary>How long an offer to flush everything holds.</summary>
    public const long OfferMs = 60_000;

    // Enough that it is not typed by accident: it guards against slips, not against attackers.
    private const int CodeOctets = 4;

    private readonly Lock _gate = new();
    private readonly FlatStore _store;
    private readonly EntryReader _reader;
    private readonly Entropy _entropy;
    private FlushOffer? _offer;

    /// <summary>Makes a flusher of a store.</summary>
    public Flusher(FlatStore store, EntryReader reader, Entropy entropy)
    {
        _store = store;
        _reader = reader;
        _entropy = entropy;
    }

    /// <summary>Forgets a name and all below it; false for the root.</summary>
    public bool TryFlushSubtree(ReadOnlySpan<byte> apex)
    {
        if (apex.Length <= 1)
            return false;
        Order(FlushScope.Subtree, apex);
        return true;
    }

    /// <summary>Forgets all denials.</summary>
    public void FlushDenials() => Order(FlushScope.Denials, []);

    /// <summary>Makes a new offer; an earlier one is void.</summary>
    public FlushOffer OfferEverything(in Moment now)
    {
        Span<byte> octets = stackalloc byte[CodeOctets];
        _entropy.FillPublic(octets);
        lock (_gate)
            return _offer = new(Convert.ToHexStringLower(octets), now.Monotonic.PlusMilliseconds(OfferMs));
    }

    /// <summary>Forgets everything if the code is that of an offer that holds.</summary>
    public bool TryFlushEverything(string code, in Moment now)
    {
        lock (_gate)
        {
            if (_offer is not { } offer || !offer.ValidUntil.IsAfter(now.Monotonic) || code != offer.Code)
                return false;
            _offer = null;
            _store.Clear();
            return true;
        }
    }

    private void Order(FlushScope scope, ReadOnlySpan<byte> apex)
    {
        lock (_gate)
        {
            if (_reader.Flushes.IsFull)
            {
                _store.Sweep(_reader.Flushes);
                _reader.Flushes = _reader.Flushes.WithoutOrders();
            }
            _reader.Flushes = _reader.Flushes.With(scope, apex);
        }
    }
}
