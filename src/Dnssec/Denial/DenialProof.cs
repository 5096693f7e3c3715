using Dns;

namespace Dnssec.Denial;

/// <summary>
/// The NSEC and NSEC3 records of one response that one zone has signed, and what can be concluded from them. The
/// caller has validated each RRset with the keys of that zone; everything else about them is checked here.
/// </summary>
public sealed class DenialProof
{
    /// <summary>
    /// Records of one proof that are looked at. NSEC3 needs three; servers that answer with a chain of aliases add
    /// some for each link.
    /// </summary>
    public const int MaxRecords = 32;

    private readonly NsecProver? _nsec;
    private readonly Nsec3Prover? _nsec3;

    /// <summary>Takes the records; others than NSEC and NSEC3 are ignored.</summary>
    public DenialProof(DomainName zone, IEnumerable<RRset> validated, WorkLimit work)
    {
        Zone = zone;
        var records = validated.Where(set => set.Type is RecordType.Nsec or RecordType.Nsec3).Take(MaxRecords).ToList();
        var nsec = records.FindAll(set => set.Type == RecordType.Nsec);
        var nsec3 = records.FindAll(set => set.Type == RecordType.Nsec3);
        _nsec = nsec.Count > 0 ? new(zone, nsec) : null;
        _nsec3 = nsec3.Count > 0 ? new(zone, nsec3, work) : null;
    }

    /// <summary>The zone that signed the records.</summary>
    public DomainName Zone { get; }

    /// <summary>True if there is any record to conclude from.</summary>
    public bool HasRecords => _nsec is not null || _nsec3 is not null;

    /// <summary>Is it proven that the name does not exist?</summary>
    public DenialResult ProveNameError(DomainName name)
    {
        var result = _nsec?.ProveNameError(name) ?? Missing;
        return result.IsProven ? result : _nsec3?.ProveNameError(name) ?? result;
    }

    /// <summary>Is it proven that the name has no data of the type?</summary>
    public DenialResult ProveNoData(DomainName name, RecordType type)
    {
        var result = _nsec?.ProveNoData(name, type) ?? Missing;
        return result.IsProven ? result : _nsec3?.ProveNoData(name, type) ?? result;
    }

    /// <summary>
    /// Is it proven that nothing stands nearer to the name than the wildcard that answered for it? The labels are
    /// those of <see cref="Signatures.SignatureResult.ClosestEncloserLabels"/>.
    /// </summary>
    public DenialResult ProveWildcardAnswer(DomainName name, int closestEncloserLabels)
    {
        var result = _nsec?.ProveWildcardAnswer(name, closestEncloserLabels) ?? Missing;
        return result.IsProven ? result : _nsec3?.ProveWildcardAnswer(name, closestEncloserLabels) ?? result;
    }

    /// <summary>Is it proven that the name has no DS record, and is it a zone cut?</summary>
    public DsAbsenceResult ProveNoDs(DomainName name)
    {
        var result = _nsec?.ProveNoDs(name) ?? new(DsAbsence.NotProven, ValidationReason.DenialMissing);
        return result.Absence != DsAbsence.NotProven ? result : _nsec3?.ProveNoDs(name) ?? result;
    }

    private static DenialResult Missing => DenialResult.NotProven(ValidationReason.DenialMissing);
}
