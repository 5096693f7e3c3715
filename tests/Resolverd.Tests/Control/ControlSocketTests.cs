using System.Text.Json.Nodes;
using Resolverd.Control;

namespace Resolverd.Tests.Control;

/// <summary>Calls over a real Unix socket: what is done, what is refused and with which words.</summary>
public sealed class ControlSocketTests : IAsyncLifetime
{
    private const UnixFileMode OwnerAndGroup = (UnixFileMode)0b110_110_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("resolverd-control-").FullName;
    private readonly EchoVerb _echo = new();
    private ControlServer _server = null!;

    private string Path => System.IO.Path.Combine(_folder, "control.sock");

    public ValueTask InitializeAsync()
    {
        _server = Open();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_call_is_done_and_its_result_comes_back()
    {
        var reply = await CallAsync("echo", ("name", "www.example."));

        Assert.True(reply.IsDone);
        Assert.Equal("www.example.", reply.Result!["name"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("nothing", "name", "x.", ControlException.UnknownVerb)]
    [InlineData("echo", "nmae", "x.", ControlException.BadArgument)]
    [InlineData("echo", "name", "", ControlException.BadArgument)]
    [InlineData("echo", "name", "a..b", ControlException.BadArgument)]
    public async Task A_call_that_is_not_understood_changes_nothing_and_says_why(
        string verb, string argument, string value, string code)
    {
        var reply = await CallAsync(verb, (argument, value));

        Assert.Equal(code, reply.ErrorCode);
        Assert.Equal(0, _echo.Calls);
    }

    [Fact]
    public async Task A_missing_argument_is_an_error_and_never_everything()
    {
        var reply = await CallAsync("echo");

        Assert.Equal(ControlException.BadArgument, reply.ErrorCode);
        Assert.Contains("'name'", reply.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(0, _echo.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"verb\":1}")]
    [InlineData("{\"verb\":\"echo\",\"arguments\":{\"name\":1}}")]
    public async Task A_line_that_is_no_request_gets_an_error(string line)
    {
        var dispatcher = new ControlDispatcher([_echo]);

        var reply = await dispatcher.DispatchAsync(
            System.Text.Encoding.UTF8.GetBytes(line), TestContext.Current.CancellationToken);

        Assert.Equal(ControlException.BadRequest, reply.ErrorCode);
    }

    [Fact]
    public void The_socket_has_the_permissions_it_was_given() =>
        Assert.Equal(OwnerAndGroup, File.GetUnixFileMode(Path));

    [Fact]
    public void A_second_daemon_does_not_take_the_socket_of_a_living_one()
    {
        var error = Assert.Throws<IOException>(() => Open());

        Assert.Contains("another daemon", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_socket_left_behind_by_a_dead_daemon_is_replaced()
    {
        await _server.DisposeAsync();
        await File.WriteAllTextAsync(Path, "", TestContext.Current.CancellationToken);

        _server = Open();

        Assert.True((await CallAsync("echo", ("name", "x."))).IsDone);
    }

    [Fact]
    public async Task Without_a_daemon_the_caller_is_told_so()
    {
        var error = await Assert.ThrowsAsync<IOException>(() => ControlClient.CallAsync(
            Path + "-none", new("echo", new Dictionary<string, string>()), TestContext.Current.CancellationToken));

        Assert.Contains("is resolverd running?", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0u, (UnixFileMode)0b110_000_000, true)]
    [InlineData(4_000_000_000u, (UnixFileMode)0b110_000_000, false)]
    [InlineData(4_000_000_000u, OwnerAndGroup, true)]
    public void Strangers_are_let_in_only_where_the_mode_names_them(uint user, UnixFileMode mode, bool expected) =>
        Assert.Equal(expected, new PeerCredentials(1, user, user).IsAllowed(mode));

    private ControlServer Open() => ControlServer.Open(Path, OwnerAndGroup, new ControlDispatcher([_echo]));

    private Task<ControlReply> CallAsync(string verb, params (string Name, string Value)[] arguments) =>
        ControlClient.CallAsync(
            Path,
            new(verb, arguments.ToDictionary(argument => argument.Name, argument => argument.Value)),
            TestContext.Current.CancellationToken);

    private sealed class EchoVerb : ControlVerb
    {
        public int Calls { get; private set; }

        public override string Name => "echo";

        public override IReadOnlyList<string> Arguments => ["name"];

        public override ValueTask<JsonNode> RunAsync(ControlArguments arguments, CancellationToken cancellationToken)
        {
            var name = arguments.DomainName("name").ToString();
            Calls++;
            return ValueTask.FromResult<JsonNode>(new JsonObject { ["name"] = name });
        }
    }
}
