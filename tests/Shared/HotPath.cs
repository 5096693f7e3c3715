using System.Reflection;

namespace Shared;

/// <summary>What every assembly's list of allocation-free members is checked with.</summary>
internal static class HotPath
{
    private const int Calls = 200;

    /// <summary>The members an assembly marks with HotPath, as Type.Member, each once.</summary>
    public static SortedSet<string> Members(Assembly assembly) =>
        new(assembly.GetTypes()
            .SelectMany(type => type.GetMembers(
                BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
                | BindingFlags.DeclaredOnly))
            .Where(member => member.CustomAttributes.Any(mark => mark.AttributeType.Name == "HotPathAttribute"))
            .Select(member => $"{member.DeclaringType!.Name}.{member.Name}"), StringComparer.Ordinal);

    /// <summary>
    /// Octets that one call allocates on this thread, rounded down, once the code is warm. The least of a few rounds,
    /// since the runtime itself may allocate in one of them.
    /// </summary>
    public static long AllocatedBy(Action action)
    {
        var least = long.MaxValue;
        for (var round = 0; round < 5 && least > 0; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var call = 0; call < Calls; call++)
                action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }
}
