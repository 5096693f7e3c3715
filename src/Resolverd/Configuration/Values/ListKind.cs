using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Resolverd.Configuration.Syntax;

namespace Resolverd.Configuration.Values;

/// <summary>A list of values of one kind, bounded in length.</summary>
internal sealed class ListKind<T>(ValueKind<T> item, int minimumCount, int maximumCount) : ValueKind<ValueList<T>>
{
    /// <inheritdoc/>
    public override string TypeName => $"list of {item.TypeName}";

    /// <inheritdoc/>
    public override string Allowed => minimumCount == 0
        ? $"a list of up to {maximumCount}, each {item.Allowed}"
        : $"a list of {minimumCount} to {maximumCount}, each {item.Allowed}";

    /// <inheritdoc/>
    public override JsonObject Schema() => new()
    {
        ["type"] = "array",
        ["items"] = item.Schema(),
        ["minItems"] = minimumCount,
        ["maxItems"] = maximumCount,
    };

    /// <inheritdoc/>
    public override bool TryRead(ConfigNode node, ProblemList problems, out ValueList<T> value)
    {
        value = [];
        if (node is not ListNode list)
            return problems.AddFound(node, Allowed, node is ScalarNode ? "write one value as [value]" : null);
        if (list.Items.Length < minimumCount || list.Items.Length > maximumCount)
            return problems.Add(node, $"found {list.Items.Length} items; allowed: {Allowed}");

        var items = ImmutableArray.CreateBuilder<T>(list.Items.Length);
        for (var i = 0; i < list.Items.Length; i++)
        {
            if (item.TryRead(list.Items[i], problems.Item(i), out var read))
                items.Add(read);
        }

        value = new ValueList<T>(items.ToImmutable());
        return value.Length == list.Items.Length;
    }

    /// <inheritdoc/>
    public override string Print(ValueList<T> value) => YamlText.List(value.Select(item.Print));
}
