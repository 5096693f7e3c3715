using Dns.Wire;
using Xunit;

namespace Dns.Tests.Generators;

/// <summary>A record as the plain values it is made of. Two are equal if all octets are.</summary>
internal sealed record RecordModel(
    Section Section, string Owner, RecordType Type, RecordClass Class, uint Ttl, string Rdata)
{
    public static RecordModel Of(Section section, byte[] owner, RecordType type, uint ttl, byte[] rdata) =>
        new(section, Convert.ToHexString(owner), type, RecordClass.In, ttl, Convert.ToHexString(rdata));

    public static RecordModel Of(in RecordView view)
    {
        var rdata = new byte[view.RdataLength + RdataExpander.MaxGrowth];
        Assert.Equal(WireError.None, RdataExpander.TryExpand(view, rdata, out var length));
        var owner = view.Owner.ToDomainName().Wire;
        return new(view.Section, Convert.ToHexString(owner), view.Type, view.Class, view.RawTtl,
            Convert.ToHexString(rdata.AsSpan(0, length)));
    }

    public bool TryWrite(ref MessageWriter writer) => writer.TryWriteRecord(
        Section, Convert.FromHexString(Owner), Type, Class, Ttl, Convert.FromHexString(Rdata));
}
