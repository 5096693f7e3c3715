namespace Dnssec.Denial;

/// <summary>Whether and how the absence of DS records is proven.</summary>
/// <param name="Absence">What the proof says.</param>
/// <param name="Reason">Why it says no more, or why the child is insecure.</param>
public readonly record struct DsAbsenceResult(DsAbsence Absence, ValidationReason Reason);
