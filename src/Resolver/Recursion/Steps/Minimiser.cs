using Dns;
using Resolver.Recursion.Delegations;

namespace Resolver.Recursion.Steps;

/// <summary>
/// Decides how much of a name the servers of a zone are shown (RFC 9156 §2.3). One resolution has one minimiser; it
/// remembers how far down the name is known to go.
/// </summary>
internal sealed class Minimiser
{
    /// <summary>Questions that show less than the whole name, for one name.</summary>
    // RFC 9156 §2.3: MAX_MINIMISE_COUNT.
    public const int MaxProbes = 10;

    /// <summary>How many of them add one label each; the others share what is left.</summary>
    // RFC 9156 §2.3: MINIMISE_ONE_LAB.
    public const int OneLabelProbes = 4;

    /// <summary>The type that is asked for on the way.</summary>
    // RFC 9156 §2.1: A is the type that intermediate boxes and servers treat best.
    public const RecordType ProbeType = RecordType.A;

    private readonly DomainName _name;
    private readonly int _labels;
    private int _probes;
    private int _known;
    private bool _showsAll;

    /// <summary>Begins with nothing known about the name.</summary>
    public Minimiser(DomainName name, QnameMinimisation mode)
    {
        _name = name;
        _labels = name.LabelCount;
        _showsAll = mode == QnameMinimisation.Off;
    }

    /// <summary>The name that is resolved.</summary>
    public DomainName WholeName => _name;

    /// <summary>The name to show to the servers of a zone; the whole name if it is the last question.</summary>
    public DomainName Next(Delegation zone)
    {
        var known = Math.Max(_known, zone.Zone.LabelCount);
        // A forwarder has to know the whole name to do its work.
        if (_showsAll || zone.IsForward || _probes == MaxProbes || known + 1 >= _labels)
            return _name;
        _known = known;
        var step = _probes < OneLabelProbes
            ? 1
            : Math.Max(1, (_labels - known) / (MaxProbes - _probes));
        return known + step >= _labels ? _name : _name.Suffix(known + step);
    }

    /// <summary>Counts a probe that was sent.</summary>
    public void Sent() => _probes++;

    /// <summary>Takes note that the name shown exists, or has something below.</summary>
    public void Passed(DomainName shown) => _known = Math.Max(_known, shown.LabelCount);

    /// <summary>From now on shows the whole name: servers that cannot cope with less must not stop us.</summary>
    public void GiveUp() => _showsAll = true;
}
