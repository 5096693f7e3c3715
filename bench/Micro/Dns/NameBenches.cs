using BenchmarkDotNet.Attributes;
using Dns;
using Dns.Wire;

namespace Micro.Dns;

/// <summary>Comparing, ordering and folding a name of 23 octets.</summary>
[MemoryDiagnoser]
public class NameBenches
{
    private readonly byte[] _name = DomainName.Parse("host.cdn.example.net.").Wire.ToArray();
    private readonly byte[] _same = DomainName.Parse("host.cdn.example.net.").Wire.ToArray();
    private readonly byte[] _otherCase = DomainName.Parse("hOsT.cdN.eXaMpLe.NeT.").Wire.ToArray();
    private readonly byte[] _folded = new byte[WireName.MaxLength];

    [Benchmark]
    public bool EqualsSameCase() => WireName.Equals(_name, _same);

    [Benchmark]
    public bool EqualsOtherCase() => WireName.Equals(_name, _otherCase);

    [Benchmark]
    public int CompareCanonical() => WireName.CompareCanonical(_name, _otherCase);

    [Benchmark]
    public void Fold() => WireName.Fold(_otherCase, _folded);

    [Benchmark]
    public int Parse() => (int)ParsedName.TryParse(_name, 0, out _, out var end) + end;
}
