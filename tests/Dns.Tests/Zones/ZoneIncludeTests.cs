using System.Text;
using Dns.Text;
using Dns.Zones;
using Xunit;

namespace Dns.Tests.Zones;

public sealed class ZoneIncludeTests
{
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["one"] = "x 60 A 192.0.2.1\n$ORIGIN other.\ny 60 A 192.0.2.2",
        ["two words"] = "z 60 A 192.0.2.3",
        ["loop"] = "$INCLUDE loop",
        ["bad"] = "z 60 A 192.0.2.3\n\nz 60 A x",
        ["blank"] = " 60 A 192.0.2.4",
    };

    [Fact, Rfc(1035, "5.1")]
    public void Include_puts_the_text_in_and_gives_origin_and_owner_back()
    {
        Assert.Equal(
            [
                "a.example. 60 IN A 192.0.2.9",
                "x.example. 60 IN A 192.0.2.1",
                "y.other. 60 IN A 192.0.2.2",
                "a.example. 60 IN A 192.0.2.8",
                "z.sub.example. 60 IN A 192.0.2.3",
                "b.example. 60 IN A 192.0.2.7",
            ],
            ZoneText.Read(
                "a 60 A 192.0.2.9\n$INCLUDE one\n 60 A 192.0.2.8\n$INCLUDE \"two words\" sub\nb 60 A 192.0.2.7",
                Options()));
    }

    [Fact]
    public void Include_of_a_text_that_begins_without_owner_takes_the_last_one()
    {
        Assert.Equal(
            ["a.example. 60 IN A 192.0.2.9", "a.example. 60 IN A 192.0.2.4"],
            ZoneText.Read("a 60 A 192.0.2.9\n$INCLUDE blank", Options()));
    }

    [Theory]
    [InlineData("$INCLUDE missing", TextError.IncludeFailed)]
    [InlineData("$INCLUDE", TextError.FieldMissing)]
    [InlineData("$INCLUDE one a b", TextError.FieldSurplus)]
    [InlineData("$INCLUDE one a..b", TextError.NameInvalid)]
    [InlineData("$INCLUDE loop", TextError.IncludeTooDeep)]
    public void Include_that_cannot_be_is_a_fault(string text, TextError fault)
    {
        Assert.Equal(fault, ZoneText.Fault(text, Options()));
    }

    [Fact]
    public void Include_is_refused_where_nobody_allows_it()
    {
        Assert.Equal(TextError.IncludeRefused, ZoneText.Fault("$INCLUDE one"));
    }

    [Fact]
    public void A_fault_in_an_included_text_names_that_text()
    {
        var error = RRsetCollector.Collect(ZoneReader.FromText("$INCLUDE bad", Options()), out _);

        Assert.Equal(("bad", 3, 8), (error?.SourceName, error?.Line, error?.Column));
    }

    [Fact]
    public void Includes_go_so_deep_and_no_deeper()
    {
        var options = Options() with
        {
            Limits = new() { MaxIncludeDepth = 3 },
            Include = path => new MemoryStream(Encoding.ASCII.GetBytes(
                path == "0" ? "a. 60 A 192.0.2.1" : $"$INCLUDE {int.Parse(path) - 1}")),
        };

        Assert.Equal(TextError.None, ZoneText.Fault("$INCLUDE 2", options));
        Assert.Equal(TextError.IncludeTooDeep, ZoneText.Fault("$INCLUDE 3", options));
    }

    [Fact]
    public void Included_streams_are_closed_even_if_reading_ends_early()
    {
        var opened = new List<MemoryStream>();
        var options = Options() with { Include = path => Track(opened, Texts[path]) };

        Assert.Equal(TextError.None, ZoneText.Fault("$INCLUDE one", options));
        using (var reader = ZoneReader.FromText("$INCLUDE one", options))
            reader.Read(out _);

        Assert.Equal([false, false], opened.Select(stream => stream.CanRead));
    }

    private static MemoryStream Track(List<MemoryStream> opened, string text)
    {
        opened.Add(new(Encoding.ASCII.GetBytes(text)));
        return opened[^1];
    }

    private static ZoneReaderOptions Options() => new()
    {
        Origin = DomainName.Parse("example."),
        Include = path =>
            Texts.TryGetValue(path, out var text) ? new MemoryStream(Encoding.ASCII.GetBytes(text)) : null,
    };
}
