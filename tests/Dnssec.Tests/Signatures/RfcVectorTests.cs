using Dns;
using Dns.Records;
using Dnssec.Denial;
using Dnssec.Trust;

namespace Dnssec.Tests.Signatures;

public sealed class RfcVectorTests
{
    [Fact]
    public void Every_signature_printed_in_an_RFC_holds()
    {
        var vectors = RfcVector.All("rrsig").ToList();

        var results = vectors.Select(vector => Validators.Verify(
            vector.Set(), vector.Dnskeys(DomainName.Parse(vector["signer"])), vector.MiddleOfSignature()).Reason);

        Assert.Equal(Enumerable.Repeat(ValidationReason.None, 8), results);
    }

    [Fact]
    public void Every_DS_record_printed_in_an_RFC_means_its_key()
    {
        var vectors = RfcVector.All("ds").ToList();

        var matches = vectors.Select(vector =>
            DsData.TryRead(vector.Ds(), out var ds) && DsDigest.Matches(ds, vector.Owner.Wire, vector.Dnskey()));

        Assert.Equal(Enumerable.Repeat(true, 5), matches);
    }

    [Fact]
    public void Every_NSEC3_hash_printed_in_an_RFC_is_computed()
    {
        var vectors = RfcVector.All("nsec3hash").ToList();

        var hashes = vectors.Select(vector => Hash(vector));

        Assert.Equal(vectors.Select(vector => vector["hash"]), hashes);
    }

    private static string Hash(RfcVector vector)
    {
        var digest = Nsec3Hash.Compute(vector.Owner.Wire, vector.Iterations, Convert.FromHexString(vector["salt"]));
        var label = new byte[Nsec3Digest.LabelLength];
        digest.WriteLabel(label);
        Assert.True(Nsec3Digest.TryFromLabel(label, out var back) && back == digest);
        return System.Text.Encoding.ASCII.GetString(label);
    }
}
