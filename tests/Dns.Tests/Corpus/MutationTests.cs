using System.Globalization;
using Dns.Wire;

using Xunit;

namespace Dns.Tests.Corpus;

public sealed class MutationTests
{
    /// <summary>How many in an ordinary run; the variable RESOLVERD_MUTATIONS asks for more.</summary>
    private const int Few = 20_000;

    [Fact]
    public void Mutated_messages_are_taken_or_refused_and_never_more_than_that()
    {
        var asked = Environment.GetEnvironmentVariable("RESOLVERD_MUTATIONS");
        var count = asked is null ? Few : int.Parse(asked, CultureInfo.InvariantCulture);
        var originals = PacketCorpus.HandMade().Select(one => one.Message).Where(one => one.Length is >= 12 and < 4096);
        var mutator = new PacketMutator([.. originals], seed: 1);
        var faults = new HashSet<WireError>();

        for (var i = 0; i < count; i++)
            faults.Add(Mutations.Survives(mutator.Next()));

        // Chains of pointers are too rare among random changes to be counted on.
        Assert.Superset(Enum.GetValues<WireError>().Except([WireError.PointerChain]).ToHashSet(), faults);
    }
}
