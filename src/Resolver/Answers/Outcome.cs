using Dns.Edns;
using Dnssec;
using Resolver.Cache;

namespace Resolver.Answers;

/// <summary>
/// How a resolution ended at the chain's tail: data, one of two denials, or a failure with its reason. A closed
/// union; what does not belong to the kind is not set.
/// </summary>
public readonly struct Outcome
{
    private Outcome(OutcomeKind kind) => Kind = kind;

    /// <summary>Which of the four.</summary>
    public OutcomeKind Kind { get; }

    /// <summary>The final RRset, where the kind is Data.</summary>
    public CachedRRset Data { get; private init; }

    /// <summary>The denial, where the kind is NoData or NxDomain.</summary>
    public CachedDenial Denial { get; private init; }

    /// <summary>The reason, where the kind is Failure.</summary>
    public FailureReason Failure { get; private init; }

    /// <summary>What goes along to a client that speaks EDNS; null for nothing.</summary>
    public ExtendedError? Error { get; private init; }

    /// <summary>What validation found about what is here; a failure is never secure.</summary>
    public SecurityStatus Security => Kind switch
    {
        OutcomeKind.Data => Data.Security,
        OutcomeKind.NoData or OutcomeKind.NxDomain => Denial.Security,
        _ => SecurityStatus.Indeterminate,
    };

    /// <summary>Whether what is here is past its lifetime.</summary>
    public Freshness Freshness => Kind switch
    {
        OutcomeKind.Data => Data.Freshness,
        OutcomeKind.NoData or OutcomeKind.NxDomain => Denial.Freshness,
        _ => Freshness.Fresh,
    };

    /// <summary>The RRset asked for.</summary>
    public static Outcome Of(in CachedRRset data) => new(OutcomeKind.Data) { Data = data };

    /// <summary>A denial.</summary>
    public static Outcome Of(in CachedDenial denial) =>
        new(denial.Kind == DenialKind.NoData ? OutcomeKind.NoData : OutcomeKind.NxDomain) { Denial = denial };

    /// <summary>A failure, with the extended error of its reason.</summary>
    public static Outcome Failed(FailureReason reason, string text = "") =>
        new(OutcomeKind.Failure) { Failure = reason, Error = new(CodeOf(reason), text) };

    /// <summary>A failure with an extended error of its own, a validator's for instance.</summary>
    public static Outcome Failed(FailureReason reason, ExtendedError error) =>
        new(OutcomeKind.Failure) { Failure = reason, Error = error };

    /// <summary>The same outcome with another extended error.</summary>
    public Outcome With(ExtendedError error) => this with { Error = error };

    private static ExtendedErrorCode CodeOf(FailureReason reason) => reason switch
    {
        FailureReason.NoReachableAuthority => ExtendedErrorCode.NoReachableAuthority,
        FailureReason.NetworkError => ExtendedErrorCode.NetworkError,
        FailureReason.NoUsableAnswer => ExtendedErrorCode.NoReachableAuthority,
        FailureReason.Bogus => ExtendedErrorCode.DnssecBogus,
        FailureReason.CachedFailure => ExtendedErrorCode.CachedError,
        FailureReason.Overloaded => ExtendedErrorCode.NotReady,
        _ => ExtendedErrorCode.Other,
    };
}
