using Resolver.Answers;
using Resolver.Ports;
using Resolver.Recursion.Delegations;
using Resolver.Recursion.Exchanges;
using Resolver.Recursion.Responses;
using Resolver.Recursion.Servers;
using Resolver.Recursion.Steps;
using Resolver.Recursion.Work;

namespace Resolver.Recursion.Inquiries;

/// <summary>What every inquiry of a worker shares: the way out, the memory of servers, the settings.</summary>
internal sealed class Inquirer(
    RecursionOptions options, INetwork network, Clock clock, Entropy entropy, AddressBook book)
{
    private readonly UdpExchange _udp = new(network);
    private readonly TcpPool _tcp = new(network, clock);

    /// <summary>What is known about servers.</summary>
    public required ServerKnowledge Knowledge { get; init; }

    /// <summary>The questions open at each zone.</summary>
    public required ZonePressure Pressure { get; init; }

    /// <summary>Waits for those who were outrun.</summary>
    public Stragglers Stragglers => field ??= new(Knowledge, clock);

    /// <summary>Resolves the names of servers; set once, by whoever wires the recursion together.</summary>
    public required AddressLookup Lookup { get; init; }

    /// <summary>The settings.</summary>
    public RecursionOptions Options => options;

    /// <summary>The time.</summary>
    public Clock Clock => clock;

    /// <summary>The servers of a delegation that may be asked.</summary>
    public CandidateList CandidatesOf(Delegation delegation) => new(delegation, Knowledge.Table, book, entropy);

    /// <summary>The types of address worth looking up, the one to begin with first.</summary>
    public IEnumerable<Dns.RecordType> LookupTypes() => book.LookupTypes();

    /// <summary>A number below the bound, for choices that need not be secret.</summary>
    public int Draw(int bound) => entropy.Below(bound);

    /// <summary>Puts one question to the servers of one zone until one of them gives an acceptable response.</summary>
    public async ValueTask<InquiryResult> AskAsync(
        Delegation delegation, Question question, StepContext context, ScrubScope scope, Vetting? vetting)
    {
        if (!Pressure.TryEnter(delegation.Zone))
            return InquiryResult.Failed(
                FailureReason.Overloaded, $"too many questions to the servers of {delegation.Zone} are open");
        var result = InquiryResult.Failed(FailureReason.Internal, "");
        try
        {
            using var inquiry = new Inquiry(this, delegation, question, context, scope, vetting);
            result = await inquiry.RunAsync();
            return result;
        }
        finally
        {
            Pressure.Leave(delegation.Zone, result);
        }
    }

    /// <summary>Sends a question to one server.</summary>
    public Task<ExchangeResult> ExchangeAsync(
        Candidate candidate,
        Transport transport,
        Question question,
        Permit permit,
        ExchangeWatch watch,
        CancellationToken end)
    {
        var letters = options.RandomisesCase && !candidate.Record.LosesCase ? NameCase.Random : NameCase.Kept;
        var cookies = candidate.Record.Cookies;
        // Some servers, or what stands before them, drop questions with options they do not know.
        var sendsCookie = candidate.SilentCount == 0 || cookies.IsSettled;
        var encoded = EncodedQuestion.Encode(
            question, candidate.Edns, letters, sendsCookie ? cookies : null, entropy);
        var server = candidate.Record.Address;
        return transport == Transport.Udp
            ? _udp.RunAsync(server, encoded, permit, watch, end)
            : _tcp.RunAsync(server, encoded, permit, watch, end);
    }
}
