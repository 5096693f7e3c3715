using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Repository.Tests.Reading;

namespace Repository.Tests.Rules;

/// <summary>Where threads may meet, and where an unexpected exception may be caught.</summary>
internal static class ThreadingRules
{
    private static readonly string[] MayThread = ["src/Resolver/Cache/", "src/Resolverd/"];

    private static readonly HashSet<string> Primitives =
    [
        "Interlocked", "Volatile", "Monitor", "Mutex", "Semaphore", "SemaphoreSlim", "ReaderWriterLock",
        "ReaderWriterLockSlim", "SpinLock", "SpinWait", "Lock", "Barrier", "CountdownEvent", "ManualResetEvent",
        "ManualResetEventSlim", "AutoResetEvent", "EventWaitHandle", "Thread", "ThreadPool", "ThreadLocal",
        "ThreadStatic", "ThreadStaticAttribute", "AsyncLocal", "Parallel", "ConcurrentDictionary", "ConcurrentQueue",
        "ConcurrentBag", "ConcurrentStack", "BlockingCollection",
    ];

    /// <summary>Outside the cache and the daemon code runs on the one worker it was given and knows no other.</summary>
    public static IEnumerable<Finding> PrimitivesInTheirRooms(SourceFile file)
    {
        if (MayThread.Any(room => file.Path.StartsWith(room, StringComparison.Ordinal)))
            return [];

        var names = file.Nodes<SimpleNameSyntax>()
            .Where(name => Primitives.Contains(name.Identifier.Text) && !IsMemberOfAnother(name))
            .Select(name => file.At(name, $"{name.Identifier.Text} outside the cache and the daemon"));
        var locks = file.Nodes<LockStatementSyntax>()
            .Select(statement => file.At(statement, "a lock outside the cache and the daemon"));
        var fields = file.Nodes<FieldDeclarationSyntax>()
            .Where(field => field.Modifiers.Any(SyntaxKind.VolatileKeyword))
            .Select(field => file.At(field, "a volatile field outside the cache and the daemon"));

        return [.. names, .. locks, .. fields];
    }

    /// <summary>A catch of everything stands only in listed files, as often as listed: once a worker loop.</summary>
    public static IEnumerable<Finding> BroadCatches(SourceFile file, IReadOnlyDictionary<string, int> allowed)
    {
        var broad = file.Nodes<CatchClauseSyntax>().Where(IsBroad).ToList();
        var limit = allowed.GetValueOrDefault(file.Path);

        return broad.Skip(limit)
            .Select(clause => file.At(clause, $"catches every exception; the list grants this file {limit}"));
    }

    private static bool IsBroad(CatchClauseSyntax clause) =>
        clause.Declaration?.Type.ToString() is null or "Exception" or "System.Exception" or "SystemException"
        && !NamesTypes(clause.Filter);

    // A filter narrows only by naming what is meant; naming what is not meant leaves everything else in.
    private static bool NamesTypes(CatchFilterClauseSyntax? filter) =>
        filter?.FilterExpression is IsPatternExpressionSyntax { Pattern: not UnaryPatternSyntax }
            or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression };

    private static bool IsMemberOfAnother(SimpleNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax access && access.Name == name
        && !access.Expression.ToString().EndsWith("Threading", StringComparison.Ordinal)
        && !access.Expression.ToString().EndsWith("Concurrent", StringComparison.Ordinal);
}
