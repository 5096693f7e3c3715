using System.Text;
using Resolverd.Configuration.Reading;
using Resolverd.Configuration.Syntax;

namespace Resolverd.Tests.Configuration;

/// <summary>A settings file is input from outside like any other: bounded, and refused whole with a reason.</summary>
public sealed class HostileSettingsTests
{
    [Theory]
    [InlineData("cache: &a {max-ttl: 1h}", 1, 8, "found the anchor '&a'; allowed: no anchors")]
    [InlineData("cache:\n  size: *a", 2, 9, "found the alias '*a'; allowed: the value itself")]
    [InlineData("cache: !!map {}", 1, 8, "found the tag 'tag:yaml.org,2002:map'; allowed: no tags")]
    [InlineData("cache: {}\n---\ncache: {}", 2, 1, "found a second document ('---'); allowed: one")]
    [InlineData("cache:\n\tsize: 1GiB", 2, 1, "found a tab in the indentation; allowed: spaces")]
    [InlineData("cache: {size: 1GiB", 2, 1, "not valid YAML")]
    [InlineData("cache: \"open", 1, 8, "not valid YAML")]
    [InlineData("a: b: c", 1, 5, "not valid YAML")]
    [InlineData("? [a]\n: b", 1, 3, "found a list; allowed: a key")]
    public void What_is_dangerous_or_broken_in_YAML_is_refused(string text, int line, int column, string message)
    {
        var problem = SettingsFile.TheProblemOf(text);

        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (problem.Position.Line, problem.Position.Column));
    }

    [Theory]
    [InlineData("cache: {}\ncache: {}", 2, 1, "cache", "found a second time; the first is on line 1")]
    [InlineData("cache:\n  size: 1GiB\n  max-ttl: 1h\n  size: 2GiB", 4, 3, "cache.size", "the first is on line 2")]
    [InlineData("{\"cache\": {\"size\": \"1GiB\",\n \"size\": \"1GiB\"}}", 2, 2, "cache.size", "is on line 1")]
    public void A_key_is_given_once(string text, int line, int column, string key, string message)
    {
        var problem = SettingsFile.TheProblemOf(text);

        Assert.Equal(key, problem.Key);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (problem.Position.Line, problem.Position.Column));
    }

    [Theory]
    [InlineData(new byte[] { (byte)'a', (byte)'\n', (byte)'b', 0xff }, 2, 2, "found byte 0xff; allowed: UTF-8 text")]
    [InlineData(new byte[] { (byte)'a', 0 }, 1, 2, "found byte 0x00; allowed: UTF-8 text")]
    [InlineData(new byte[] { 0xc3, 0xa9, 0xc0, 0x80 }, 1, 2, "found byte 0xc0; allowed: UTF-8 text")]
    [InlineData(new byte[] { (byte)'a', 0xed, 0xa0, 0x80 }, 1, 2, "found byte 0xed; allowed: UTF-8 text")]
    [InlineData(new byte[] { 0xff, 0xfe, (byte)'a', 0 }, 1, 1, "the file is UTF-16; allowed: UTF-8")]
    [InlineData(new byte[] { (byte)'a', 0x1b }, 1, 2, "found byte 0x1b; allowed: UTF-8 text")]
    public void Bytes_that_are_not_text_are_refused_where_they_stand(byte[] bytes, int line, int column, string message)
    {
        using var file = new SettingsFile(bytes);

        var problem = Assert.Single(file.Load().Problems);

        Assert.Equal(message, problem.Message);
        Assert.Equal((line, column), (problem.Position.Line, problem.Position.Column));
    }

    [Fact]
    public void A_byte_order_mark_and_line_ends_of_other_systems_are_taken()
    {
        var text = "\ufefflogging:\r\n  level: debug\r\n  levle: x\r\n";

        var problem = SettingsFile.TheProblemOf(text);

        Assert.Equal((3, 3, "logging.levle"), (problem.Position.Line, problem.Position.Column, problem.Key));
    }

    [Fact]
    public void The_largest_file_is_read_and_the_next_byte_is_refused()
    {
        using var fits = new SettingsFile("#" + new string('x', SourceText.MaxBytes - 2) + "\n");
        using var exceeds = new SettingsFile("#" + new string('x', SourceText.MaxBytes - 1) + "\n");

        Assert.Empty(fits.Load().Problems);
        Assert.Contains("larger than 1048576 bytes", Assert.Single(exceeds.Load().Problems).Message);
    }

    [Fact]
    public void Nesting_is_bounded()
    {
        var fits = Nested(YamlReader.MaxDepth - 1);
        var exceeds = Nested(YamlReader.MaxDepth);

        Assert.Contains("unknown key", SettingsFile.TheProblemOf(fits).Message, StringComparison.Ordinal);
        Assert.Contains("nested deeper than 12 levels", SettingsFile.TheProblemOf(exceeds).Message);

        static string Nested(int lists) => "a: " + new string('[', lists - 1) + "1" + new string(']', lists - 1);
    }

    [Fact]
    public void A_hundred_thousand_brackets_are_refused_and_not_recursed_into() =>
        Assert.Contains("nested deeper", SettingsFile.TheProblemOf(new string('[', 100_000)).Message);

    [Fact]
    public void The_number_of_values_is_bounded()
    {
        var text = "a: [" + string.Concat(Enumerable.Repeat("1,", YamlReader.MaxNodes)) + "1]";

        Assert.Contains("more than 100000 values", SettingsFile.TheProblemOf(text).Message);
    }

    [Fact]
    public void A_list_is_bounded()
    {
        var fits = Addresses(256);
        var exceeds = Addresses(257);

        Assert.Empty(SettingsFile.LoadText(fits).Problems);
        Assert.Contains("found 257 items", SettingsFile.TheProblemOf(exceeds).Message, StringComparison.Ordinal);

        static string Addresses(int count) =>
            "listen:\n  udp: [" + string.Join(", ", Enumerable.Range(1, count).Select(i => $"127.0.0.1:{i}")) + "]";
    }

    [Fact]
    public void Not_more_problems_are_reported_than_a_person_reads()
    {
        var text = string.Concat(Enumerable.Range(0, 200).Select(i => $"key{i}: 1\n"));

        Assert.Equal(ReadSession.MaxProblems, SettingsFile.LoadText(text).Problems.Length);
    }

    [Fact]
    public void Damage_to_a_file_is_read_or_refused_and_never_throws()
    {
        var healthy = Encoding.UTF8.GetBytes(SampleSettings.Everything);
        var random = new Random(8467);

        for (var round = 0; round < 3000; round++)
        {
            var damaged = Damage(healthy, random);
            var problems = new List<ConfigurationProblem>();
            var source = ConfigurationSource.File("/x/resolverd.yaml");
            var text = SourceText.Decode(source, damaged, out var problem);
            var node = text is null ? null : YamlReader.Read(source, text, problems);

            Assert.True(node is not null || problem is not null || problems.Count > 0);
        }
    }

    private static byte[] Damage(byte[] healthy, Random random)
    {
        const string special = "{}[]:,\"'\n\t #&*!|>%@-?\\\0";
        var damaged = healthy.ToList();
        for (var i = random.Next(1, 8); i > 0; i--)
        {
            var at = random.Next(damaged.Count);
            var octet = random.Next(2) == 0 ? (byte)special[random.Next(special.Length)] : (byte)random.Next(256);
            switch (random.Next(3))
            {
                case 0:
                    damaged[at] = octet;
                    break;
                case 1:
                    damaged.Insert(at, octet);
                    break;
                default:
                    damaged.RemoveRange(at, Math.Min(damaged.Count - at - 1, random.Next(1, 20)));
                    break;
            }
        }

        return [.. damaged];
    }
}
