using Dns;
using Dnssec.Algorithms;
using Dnssec.Denial;
using Dnssec.Signatures;
using Signing;

namespace Dnssec.Tests.Signatures;

/// <summary>
/// What an attacker's zone can make us compute (CVE-2023-50387, CVE-2023-50868), counted and not timed.
/// </summary>
public sealed class WorkLimitTests
{
    private static readonly SigningKey Key =
        SigningKey.Create(SecurityAlgorithm.EcdsaP256Sha256, KeyRole.Combined, 1);

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void Work_is_granted_up_to_the_allowance_and_never_again_after(int wanted, bool isExhausted)
    {
        var work = new WorkLimit(new(3, 100, 100, 100, 100));

        for (var i = 0; i < wanted; i++)
            work.TrySpend(WorkKind.SignatureCheck);

        Assert.Equal(isExhausted, work.IsExhausted);
        Assert.Equal(3, work.Spent(WorkKind.SignatureCheck));
        Assert.Equal(!isExhausted, work.TrySpend(WorkKind.DigestCheck));
    }

    [Fact]
    public void Nothing_is_granted_once_the_time_is_spent()
    {
        var isSpent = false;
        var work = new WorkLimit(WorkAllowance.Default, () => isSpent);

        var before = work.TrySpend(WorkKind.SignatureCheck);
        isSpent = true;
        var after = work.TrySpend(WorkKind.SignatureCheck);

        Assert.True(before);
        Assert.False(after);
        Assert.Equal(WorkKind.ProcessorTime, work.ExhaustedBy);
    }

    [Fact]
    public void Keys_with_one_tag_and_signatures_that_are_wrong_do_not_multiply()
    {
        var keys = Sets.Of("example.", RecordType.Dnskey, CollidingKeys(60));
        var set = Sets.Address("www.example.");
        var attack = set.With(Enumerable.Range(0, 100).Select(i => WrongSignature(set, keys, (byte)(i + 1))));
        var work = Validators.Work();

        var result = Validators.Verifier().Verify(attack, ZoneKeys.FromValidated(keys), SignatureWindow.Noon, work);

        Assert.Equal(ValidationReason.WorkExhausted, result.Reason);
        Assert.InRange(work.Spent(WorkKind.SignatureCheck), 1, SignatureVerifier.MaxChecksPerRRset);
        Assert.InRange(work.Spent(WorkKind.KeyTagCollision), 0, WorkAllowance.Default.KeyTagCollisions);
    }

    [Fact]
    public void Many_wrong_signatures_by_one_key_are_cut_short()
    {
        var set = Sets.Address("www.example.");
        var keys = Sets.Dnskeys("example.", Key);
        var attack = set.With(Enumerable.Range(0, 100).Select(i => Spoil(Key.Sign(set, Sets.Zone, Window), i)));
        var work = Validators.Work();

        Validators.Verifier().Verify(attack, ZoneKeys.FromValidated(keys), SignatureWindow.Noon, work);

        Assert.Equal(SignatureVerifier.MaxChecksPerRRset, work.Spent(WorkKind.SignatureCheck));
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void An_honest_zone_may_have_a_few_keys_with_one_tag(int collisions, bool isValid)
    {
        var set = Sets.Address("www.example.");
        var keys = Sets.Of("example.", RecordType.Dnskey, [.. CollidingWith(Key, collisions), Key.Dnskey]);

        var result = Validators.Verify(set.With(Key.Sign(set, Sets.Zone, Window)), keys, SignatureWindow.Noon);

        Assert.Equal(isValid, result.IsValid);
    }

    [Fact]
    public void Many_DS_records_and_keys_with_one_tag_do_not_multiply()
    {
        var keys = Sets.Of("example.", RecordType.Dnskey, CollidingKeys(60));
        var tag = ZoneKeys.Read(keys).Keys[0].Tag;
        var ds = Sets.Of("example.", RecordType.Ds, Enumerable.Range(0, 200)
            .Select(i => (byte[])[(byte)(tag >> 8), (byte)tag, 13, 2, (byte)i, .. new byte[31]]));
        var work = Validators.Work();

        var result = Validators.KeySets().ValidateByDs(ds, keys, SignatureWindow.Noon, work);

        Assert.Equal((SecurityStatus.Bogus, ValidationReason.WorkExhausted), (result.Status, result.Reason));
        Assert.Equal(WorkAllowance.Default.DigestChecks, work.Spent(WorkKind.DigestCheck));
        Assert.Equal(0, work.Spent(WorkKind.SignatureCheck));
    }

    [Fact]
    public void The_longest_name_is_hashed_within_the_allowance_and_costs_no_more_the_second_time()
    {
        var zone = new ZoneSigner { Keys = [], Denial = new DenialStyle.Nsec3(Iterations: 50) }
            .Sign("example.", new ZoneRecord("example.", RecordType.Soa, Rdata.Soa(1)));
        var longest = DomainName.Parse(string.Concat(Enumerable.Repeat("a.", 122)) + "example.");
        var work = Validators.Work();
        var proof = new DenialProof(Sets.Zone, zone.DenialSets, work);

        var first = proof.ProveNameError(longest);
        var spent = work.Spent(WorkKind.HashRound);
        proof.ProveNameError(longest);

        Assert.Equal(DenialVerdict.Proven, first.Verdict);
        Assert.InRange(spent, 1, 124 * 51);
        Assert.Equal(spent, work.Spent(WorkKind.HashRound));
    }

    [Fact]
    public void Hashing_stops_when_the_allowance_is_used_up()
    {
        var zone = new ZoneSigner { Keys = [], Denial = new DenialStyle.Nsec3(Iterations: 50) }
            .Sign("example.", new ZoneRecord("example.", RecordType.Soa, Rdata.Soa(1)));
        var work = new WorkLimit(WorkAllowance.Default with { HashRounds = 1000 });

        var result = new DenialProof(Sets.Zone, zone.DenialSets, work)
            .ProveNameError(DomainName.Parse(string.Concat(Enumerable.Repeat("a.", 50)) + "example."));

        Assert.Equal(ValidationReason.WorkExhausted, result.Reason);
        Assert.InRange(work.Spent(WorkKind.HashRound), 900, 1000);
    }

    private static SignatureWindow Window => SignatureWindow.Usual;

    private static byte[] Spoil(byte[] signature, int how)
    {
        signature[^1] ^= (byte)(1 + how % 255);
        signature[^2] ^= (byte)(how / 255);
        return signature;
    }

    private static byte[] WrongSignature(RRset set, RRset keys, byte last)
    {
        var signature = Key.Sign(set, Sets.Zone, Window);
        var tag = ZoneKeys.Read(keys).Keys[0].Tag;
        signature[16] = (byte)(tag >> 8);
        signature[17] = (byte)tag;
        signature[^1] ^= last;
        return signature;
    }

    /// <summary>
    /// Points of the curve with one tag: the tag is a sum of 16-bit words, so the flags make up for what differs.
    /// </summary>
    private static IEnumerable<byte[]> CollidingKeys(int count) => CollidingWith(Key, count).Prepend(Key.Dnskey);

    private static IEnumerable<byte[]> CollidingWith(SigningKey key, int count)
    {
        for (var seed = 1000; count > 0; seed++)
        {
            var other = SigningKey.Create(key.Algorithm, KeyRole.Combined, seed);
            var flags = (ushort)(other.Flags + key.Tag - other.Tag);
            var isUsable = (flags & 0x0180) == 0x0100;
            if (!isUsable || other.WithFlags(flags).Tag != key.Tag)
                continue;
            yield return other.WithFlags(flags).Dnskey;
            count--;
        }
    }
}
