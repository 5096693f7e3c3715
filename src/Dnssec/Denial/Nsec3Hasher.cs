using Dns;

namespace Dnssec.Denial;

/// <summary>
/// Hashes names with one set of NSEC3 parameters, each name once, and pays for it. Made for one response.
/// </summary>
internal sealed class Nsec3Hasher
{
    private readonly Dictionary<DomainName, Nsec3Digest> _known = [];
    private readonly int _iterations;
    private readonly byte[] _salt;
    private readonly WorkLimit _work;

    public Nsec3Hasher(int iterations, ReadOnlySpan<byte> salt, WorkLimit work)
    {
        _iterations = iterations;
        _salt = salt.ToArray();
        _work = work;
    }

    /// <summary>The hash; false if the work is not granted any more.</summary>
    public bool TryHash(DomainName name, out Nsec3Digest digest)
    {
        if (_known.TryGetValue(name, out digest))
            return true;
        if (!_work.TrySpend(WorkKind.HashRound, _iterations + 1))
            return false;
        digest = Nsec3Hash.Compute(name.Wire, _iterations, _salt);
        _known.Add(name, digest);
        return true;
    }

    /// <summary>True if the record uses these parameters.</summary>
    public bool Fits(in Nsec3Record record) => record.Iterations == _iterations && record.Salt.SequenceEqual(_salt);
}
