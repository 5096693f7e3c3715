using Dns;
using Dnssec.Algorithms;
using Dnssec.Trust;
using Signing;

namespace Dnssec.Tests.Trust;

[Rfc(5011, "2.4")]
public sealed class TrustPointTests
{
    private const long Day = 86_400;

    private static readonly SigningKey Old = Create(seed: 1);
    private static readonly SigningKey New = Create(seed: 2);

    private static readonly TrustAnchor Initial = new(
        Sets.Zone, Sets.Of("example.", RecordType.Ds, Old.Ds(Sets.Zone, DigestType.Sha256)), default);

    private TrustPoint _point = TrustPoint.Begin(Initial);

    [Fact]
    public void The_key_meant_by_the_first_anchor_is_trusted_when_it_is_seen()
    {
        var changes = Observe(0, [Old], Old);

        Assert.Equal([(AnchorChangeKind.Trusted, Old.Tag)], changes);
        Assert.Equal(AnchorState.Valid, StateOf(Old));
    }

    [Theory, Rfc(5011, "2.4.1")]
    [InlineData(30 * Day - 1, AnchorState.AddPending)]
    [InlineData(30 * Day, AnchorState.Valid)]
    public void A_new_key_is_trusted_after_thirty_days(long seconds, AnchorState expected)
    {
        Observe(0, [Old, New], Old);
        Observe(15 * Day, [Old, New], Old);
        Observe(seconds, [Old, New], Old);

        Assert.Equal(expected, StateOf(New));
    }

    [Fact, Rfc(5011, "2.4.1")]
    public void A_new_key_that_goes_away_begins_anew()
    {
        Observe(0, [Old, New], Old);
        var gone = Observe(10 * Day, [Old], Old);
        Observe(20 * Day, [Old, New], Old);
        Observe(31 * Day, [Old, New], Old);

        Assert.Equal([(AnchorChangeKind.Withdrawn, New.Tag)], gone);
        Assert.Equal(AnchorState.AddPending, StateOf(New));
    }

    [Fact]
    public void A_set_that_does_not_validate_changes_nothing()
    {
        Observe(0, [Old], Old);

        var changes = Observe(1, [New], New);

        Assert.Empty(changes);
        Assert.Equal(AnchorState.Valid, StateOf(Old));
        Assert.Single(_point.Keys);
    }

    [Fact]
    public void A_trusted_key_that_is_missing_stays_trusted_and_comes_back()
    {
        Observe(0, [Old, New], Old);
        Observe(30 * Day, [Old, New], Old);

        Observe(31 * Day, [New], New);
        var missing = StateOf(Old);
        Observe(32 * Day, [Old, New], Old);

        Assert.Equal(AnchorState.Missing, missing);
        Assert.Equal(AnchorState.Valid, StateOf(Old));
    }

    [Fact, Rfc(5011, "2.1")]
    public void A_key_that_revokes_itself_is_never_trusted_again()
    {
        Observe(0, [Old, New], Old);
        Observe(30 * Day, [Old, New], Old);

        var changes = Observe(31 * Day, [Old.Revoked(), New], Old.Revoked(), New);
        Observe(90 * Day, [Old, New], Old, New);

        Assert.Contains((AnchorChangeKind.Revoked, Old.Tag), changes);
        Assert.Equal(AnchorState.Revoked, StateOf(Old));
        Assert.Equal(SecurityStatus.Bogus, Validate([Old], Old));
        Assert.Equal(SecurityStatus.Secure, Validate([New], New));
    }

    [Fact, Rfc(5011, "2.1")]
    public void A_revocation_that_the_key_has_not_signed_does_not_count()
    {
        Observe(0, [Old, New], Old);
        Observe(30 * Day, [Old, New], Old);

        Observe(31 * Day, [Old.Revoked(), New], New);

        Assert.Equal(AnchorState.Missing, StateOf(Old));
    }

    [Fact, Rfc(5011, "2.4.2")]
    public void A_revoked_key_that_came_by_itself_is_forgotten_after_thirty_days()
    {
        Observe(0, [Old, New], Old);
        Observe(30 * Day, [Old, New], Old);
        Observe(31 * Day, [Old, New.Revoked()], Old, New.Revoked());

        Observe(61 * Day - 1, [Old], Old);
        var remembered = _point.Keys.Count;
        Observe(61 * Day, [Old], Old);

        Assert.Equal(2, remembered);
        Assert.Single(_point.Keys);
    }

    [Fact, Rfc(5011, "5")]
    public void A_trust_point_whose_last_key_is_revoked_is_deleted()
    {
        Observe(0, [Old, New], Old);
        Observe(30 * Day, [Old, New], Old);
        Observe(31 * Day, [Old.Revoked(), New.Revoked()], Old.Revoked(), New.Revoked(), Old);
        var before = _point.IsDeleted;
        Observe(32 * Day, [Old.Revoked(), New], New, Old.Revoked());
        Observe(33 * Day, [New, New.Revoked()], New, New.Revoked());

        Assert.False(before);
        Assert.True(_point.IsDeleted);
    }

    [Fact]
    public void A_second_first_anchor_is_trusted_when_it_appears()
    {
        var both = Initial with
        {
            Ds = Sets.Of(
                "example.", RecordType.Ds, Old.Ds(Sets.Zone, DigestType.Sha256), New.Ds(Sets.Zone, DigestType.Sha256)),
        };
        _point = TrustPoint.Begin(both);

        Observe(0, [Old], Old);
        Observe(1, [Old, New], New);

        Assert.Equal(AnchorState.Valid, StateOf(New));
    }

    [Fact]
    public void It_survives_being_written_and_read()
    {
        Observe(0, [Old, New], Old);
        var text = TrustPointText.Write(_point);

        Assert.True(TrustPointText.TryRead(text, Initial, out var read, out _));
        _point = read!;
        Observe(30 * Day, [Old, New], Old);

        Assert.Equal(text, TrustPointText.Write(read!));
        Assert.Equal(AnchorState.Valid, StateOf(New));
    }

    [Theory]
    [InlineData("resolverd-trust-point 1", "resolverd-trust-point 2")]
    [InlineData("zone example.", "zone other.")]
    [InlineData("key Valid", "key Splendid")]
    [InlineData("key Valid", "key Valid soon")]
    [InlineData("key Valid", "lock Valid")]
    [InlineData("AQEDD", "####")]
    public void A_text_with_a_fault_is_refused_whole(string good, string bad)
    {
        Observe(0, [Old], Old);
        var text = TrustPointText.Write(_point);

        var spoilt = text.Replace(good, bad, StringComparison.Ordinal);

        Assert.NotEqual(text, spoilt);
        Assert.False(TrustPointText.TryRead(spoilt, Initial, out _, out var problem));
        Assert.NotEmpty(problem);
    }

    [Theory, Rfc(5011, "2.3")]
    [InlineData(172_800, 1_814_400, 86_400, 17_280)]
    [InlineData(60, 1_814_400, 3_600, 3_600)]
    [InlineData(100_000_000, 100_000_000, 1_296_000, 86_400)]
    public void The_next_look_depends_on_TTL_and_signature(uint ttl, long life, long next, long retry)
    {
        Assert.Equal(next, TrustPoint.CountSecondsToNextLook(new Ttl(ttl), life));
        Assert.Equal(retry, TrustPoint.CountSecondsToRetry(new Ttl(ttl), life));
    }

    private static SigningKey Create(int seed) =>
        SigningKey.Create(SecurityAlgorithm.EcdsaP256Sha256, KeyRole.KeySigning, seed);

    private static RRset Signed(UnixTime now, SigningKey[] keys, SigningKey[] signers)
    {
        var set = Sets.Dnskeys("example.", keys);
        return set.With(signers.Select(key => key.Sign(set, Sets.Zone, SignatureWindow.Around(now, Day))));
    }

    private List<(AnchorChangeKind, ushort)> Observe(long seconds, SigningKey[] keys, params SigningKey[] signers)
    {
        var now = SignatureWindow.Noon.PlusSeconds(seconds);
        var cache = new KeyCache(16, KeyLimits.Default);
        var verifier = new Dnssec.Signatures.SignatureVerifier(AlgorithmSet.Default, cache);
        var observer = new TrustPointObserver(new(verifier, cache), verifier, now, Validators.Work());
        _point.Observe(Signed(now, keys, signers), observer, out _point);
        return [.. observer.Changes.Select(change => (change.Kind, change.KeyTag))];
    }

    private AnchorState StateOf(SigningKey key) => _point.Keys.Single(tracked => tracked.IsSameKey(key.Dnskey)).State;

    private SecurityStatus Validate(SigningKey[] keys, params SigningKey[] signers)
    {
        var set = Signed(SignatureWindow.Noon, keys, signers);
        return Validators.KeySets()
            .ValidateByAnchor(_point.Anchor, set, SignatureWindow.Noon, Validators.Work()).Status;
    }
}
