using System.CommandLine;
using Resolverd.Commands;
using Resolverd.Tests.Configuration;

namespace Resolverd.Tests.Commands;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Check_config_says_that_all_is_well()
    {
        using var file = new SettingsFile("logging:\n  level: debug\n");

        var (code, output, error) = await Run("check-config", "--config", file.Path);

        Assert.Equal((0, $"{file.Path}: no errors.\n", ""), (code, output, error));
    }

    [Fact]
    public async Task Check_config_reports_every_problem_and_fails()
    {
        using var file = new SettingsFile("logging:\n  level: loud\nfoo: 1\n");

        var (code, output, error) = await Run("check-config", "--config", file.Path, "--set", "logging.format=xml");

        Assert.Equal((3, ""), (code, output));
        Assert.Equal(5, error.Split('\n').Length);
        Assert.Contains("3 errors in the configuration; nothing was started.", error);
    }

    [Fact]
    public async Task Show_config_takes_overrides_before_and_after_the_verb()
    {
        var (_, before, _) = await Run("--set", "logging.level=debug", "show-config");
        var (_, after, _) = await Run("show-config", "-s", "logging.level=debug", "-s", "logging.format=json");

        Assert.Contains("level: debug ", before);
        Assert.Contains("level: debug ", after);
        Assert.Contains("format: json ", after);
    }

    [Fact]
    public async Task Show_config_refuses_what_run_would_refuse()
    {
        var (code, output, error) = await Run("show-config", "--set", "logging.level=loud");

        Assert.Equal((3, ""), (code, output));
        Assert.StartsWith("--set logging.level: found 'loud'", error);
    }

    [Theory]
    [InlineData("--schema", "{")]
    [InlineData("--reference", "# Configuration")]
    public async Task Show_config_prints_the_schema_and_the_reference(string option, string start)
    {
        var (code, output, _) = await Run("show-config", option);

        Assert.Equal(0, code);
        Assert.StartsWith(start, output);
    }

    [Fact]
    public async Task Version_is_one_line()
    {
        var (code, output, _) = await Run("version");

        Assert.Equal(0, code);
        Assert.Matches(@"^resolverd \d+\.\d+\.\d+ \(\.NET .+\)\n$", output);
    }

    [Fact]
    public async Task Help_has_every_verb_examples_and_exit_codes()
    {
        var (code, output, _) = await Run("--help");

        Assert.Equal(0, code);
        Assert.All(
            ["run", "demo", "check-config", "show-config", "version", "Examples:", "SIGHUP", "Exit codes:"],
            word => Assert.Contains(word, output));
        Assert.All(Enum.GetValues<ExitCode>(), exit => Assert.Contains($"{(int)exit}  ", output));
    }

    [Fact]
    public async Task The_help_of_the_demo_has_examples_of_its_own()
    {
        var (code, output, _) = await Run("demo", "--help");

        Assert.Equal(0, code);
        Assert.All(["--listen", "[default: 127.0.0.1:5353]", "dig @127.0.0.1"], word => Assert.Contains(word, output));
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("--frobnicate")]
    [InlineData("check-config --config")]
    [InlineData("run twice")]
    [InlineData("")]
    public async Task A_wrong_command_line_is_told_apart_from_wrong_settings(string arguments)
    {
        var (code, output, error) = await Run(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("'resolverd --help'", error);
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var console = new InvocationConfiguration { Output = output, Error = error };
        var code = await CommandLine.RunAsync(arguments, console);
        return (code, output.ToString(), error.ToString());
    }
}
