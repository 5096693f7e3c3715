using Repository.Tests.Reading;
using Repository.Tests.Rules;

namespace Repository.Tests;

public sealed class ThreadingTests
{
    /// <summary>The worker loops: each outlives any one packet, whatever goes wrong with it.</summary>
    private static readonly Dictionary<string, int> WorkerLoops = new()
    {
        ["src/Resolverd/Workers/Worker.cs"] = 1,
        ["src/Resolverd/Listeners/Udp/UdpWorker.cs"] = 1,
        ["src/Resolverd/Hosting/DaemonService.cs"] = 1,
    };

    private static IEnumerable<SourceFile> Shipped => Tree.Sources.Where(file => file.Folders[0] == "src");

    [Fact]
    public void Threads_meet_only_in_the_cache_and_the_daemon() =>
        Findings.None(Shipped.SelectMany(ThreadingRules.PrimitivesInTheirRooms));

    [Fact]
    public void Only_worker_loops_catch_everything() =>
        Findings.None(Shipped.SelectMany(file => ThreadingRules.BroadCatches(file, WorkerLoops)));

    [Fact]
    public void Every_worker_loop_listed_exists() =>
        Assert.Empty(WorkerLoops.Keys.Except(Shipped.Select(file => file.Path)));

    [Theory]
    [InlineData("lock (x) { }")]
    [InlineData("Interlocked.Increment(ref x);")]
    [InlineData("System.Threading.Volatile.Read(ref x);")]
    [InlineData("var x = new SemaphoreSlim(1);")]
    [InlineData("var x = new ConcurrentDictionary<int, int>();")]
    [InlineData("class A { volatile int x; }")]
    [InlineData("class A { [ThreadStatic] static int x; }")]
    public void The_thread_rule_sees_primitives(string text) =>
        Assert.NotEmpty(Findings.In("src/Dns/A.cs", text, ThreadingRules.PrimitivesInTheirRooms));

    [Theory]
    [InlineData("src/Resolver/Cache/A.cs", "lock (x) { }")]
    [InlineData("src/Resolverd/Workers/A.cs", "var x = new Thread(y);")]
    [InlineData("src/Dns/A.cs", "class A { int Lock => x.Monitor; } // Interlocked")]
    public void The_thread_rule_lets_the_two_rooms_and_other_words_pass(string path, string text) =>
        Assert.Empty(Findings.In(path, text, ThreadingRules.PrimitivesInTheirRooms));

    [Theory]
    [InlineData("try { } catch { }")]
    [InlineData("try { } catch (Exception) { }")]
    [InlineData("try { } catch (System.Exception e) { }")]
    [InlineData("try { } catch (Exception e) when (e is not OperationCanceledException) { }")]
    [InlineData("try { } catch (Exception e) when (count > 0) { }")]
    public void The_catch_rule_sees_a_catch_of_everything(string text)
    {
        var file = SourceFile.Of("a.cs", text);

        Assert.Single(ThreadingRules.BroadCatches(file, new Dictionary<string, int>()));
        Assert.Empty(ThreadingRules.BroadCatches(file, new Dictionary<string, int> { ["a.cs"] = 1 }));
    }

    [Theory]
    [InlineData("try { } catch (IOException) { }")]
    [InlineData("try { } catch (Exception e) when (e is IOException or SocketException) { }")]
    public void The_catch_rule_lets_named_exceptions_pass(string text) =>
        Assert.Empty(ThreadingRules.BroadCatches(SourceFile.Of("a.cs", text), new Dictionary<string, int>()));
}
