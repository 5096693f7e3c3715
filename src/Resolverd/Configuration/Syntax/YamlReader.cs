using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Resolverd.Configuration.Syntax;

/// <summary>
/// Reads settings text (YAML, and so JSON) into nodes that know their place. The text is not trusted: depth and size
/// are bounded, and what could make a small file large or a key ambiguous (anchors, aliases, tags, duplicate keys,
/// several documents) is refused.
/// </summary>
internal sealed class YamlReader
{
    /// <summary>
    /// Levels of nesting. The deepest key of the schema is at 4; the rest is room for lists in lists.
    /// </summary>
    public const int MaxDepth = 12;

    /// <summary>Values in one text. More than a file of the largest size could sensibly hold.</summary>
    public const int MaxNodes = 100_000;

    private readonly ConfigurationSource _source;
    private readonly Parser _parser;
    private readonly List<ConfigurationProblem> _problems;
    private int _nodes;

    private YamlReader(ConfigurationSource source, string text, List<ConfigurationProblem> problems)
    {
        _source = source;
        _parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
        _problems = problems;
    }

    /// <summary>The text's one value; nothing, with a problem added, when it cannot be had.</summary>
    public static ConfigNode? Read(ConfigurationSource source, string text, List<ConfigurationProblem> problems)
    {
        var before = problems.Count;
        try
        {
            var node = new YamlReader(source, text, problems).ReadStream();
            return problems.Count == before ? node : null;
        }
        catch (YamlException e)
        {
            problems.Add(Invalid(source, text, e));
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // The parser's own state breaks on some broken documents, without a place.
            problems.Add(new ConfigurationProblem(new SourcePosition(source, 1, 1), "", "not valid YAML"));
            return null;
        }
    }

    // A tab where spaces must be is the mistake that people cannot see, and the parser blames another line for it.
    private static ConfigurationProblem Invalid(ConfigurationSource source, string text, YamlException e)
    {
        var lines = text.Split('\n');
        for (var i = Math.Max(0, (int)e.Start.Line - 1); i < lines.Length; i++)
        {
            var column = lines[i].IndexOf('\t', StringComparison.Ordinal) + 1;
            if (column > 0 && lines[i].AsSpan(0, column).IsWhiteSpace())
            {
                var tab = new SourcePosition(source, i + 1, column);
                return new ConfigurationProblem(tab, "", "found a tab in the indentation; allowed: spaces");
            }
        }

        return new ConfigurationProblem(
            Position(source, e.Start), "", $"not valid YAML: {Quotation.Clean(e.Message)}");
    }

    private ConfigNode? ReadStream()
    {
        _parser.Consume<StreamStart>();
        if (_parser.TryConsume<StreamEnd>(out _))
            return new ScalarNode(new SourcePosition(_source, 1, 1), "", ScalarForm.Plain);

        _parser.Consume<DocumentStart>();
        var node = ReadNode("", depth: 1);
        if (node is null)
            return null;
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
            return Refuse(second, "found a second document ('---'); allowed: one");
        return node;
    }

    // Returns nothing after a refusal that makes the rest of the text unsafe or pointless to read.
    private ConfigNode? ReadNode(string path, int depth)
    {
        if (_parser.Accept<AnchorAlias>(out var alias))
            return Refuse(alias, $"found the alias {Quotation.Of("*" + alias.Value.Value)}; allowed: the value itself");
        if (!_parser.Accept<NodeEvent>(out var start))
            return Refuse(_parser.Current!, "found no value");
        if (!start.Anchor.IsEmpty)
            return Refuse(start, $"found the anchor {Quotation.Of("&" + start.Anchor.Value)}; allowed: no anchors");
        if (!start.Tag.IsEmpty)
            return Refuse(start, $"found the tag {Quotation.Of(start.Tag.Value)}; allowed: no tags");
        if (depth > MaxDepth)
            return Refuse(start, $"nested deeper than {MaxDepth} levels");
        if (++_nodes > MaxNodes)
            return Refuse(start, $"more than {MaxNodes} values");

        if (_parser.TryConsume<Scalar>(out var scalar))
            return new ScalarNode(Position(_source, scalar.Start), scalar.Value, FormOf(scalar));
        return _parser.TryConsume<SequenceStart>(out var list)
            ? ReadList(list, path, depth)
            : ReadMap(_parser.Consume<MappingStart>(), path, depth);
    }

    private ListNode? ReadList(SequenceStart start, string path, int depth)
    {
        var items = ImmutableArray.CreateBuilder<ConfigNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            if (ReadNode(KeyPath.Item(path, items.Count), depth + 1) is not { } item)
                return null;
            items.Add(item);
        }

        return new ListNode(Position(_source, start.Start), items.ToImmutable());
    }

    private MapNode? ReadMap(MappingStart start, string path, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<MapEntry>();
        var seen = new Dictionary<string, SourcePosition>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (ReadNode(path, depth + 1) is not { } key)
                return null;
            var name = key is ScalarNode scalar ? scalar.Text : "";
            var keyPath = KeyPath.Join(path, name);
            if (ReadNode(keyPath, depth + 1) is not { } value)
                return null;
            if (name.Length == 0)
                _problems.Add(new ConfigurationProblem(key.Position, path, $"found {key.Describe()}; allowed: a key"));
            else if (seen.TryAdd(name, key.Position))
                entries.Add(new MapEntry(name, key.Position, value));
            else
                RefuseSecond(key, keyPath, seen[name]);
        }

        return new MapNode(Position(_source, start.Start), entries.ToImmutable());
    }

    private void RefuseSecond(ConfigNode key, string path, SourcePosition first) =>
        _problems.Add(new ConfigurationProblem(
            key.Position, path, $"found a second time; the first is on line {first.Line}"));

    private ConfigNode? Refuse(ParsingEvent at, string message)
    {
        _problems.Add(new ConfigurationProblem(Position(_source, at.Start), "", message));
        return null;
    }

    private static ScalarForm FormOf(Scalar scalar) =>
        scalar.Style == ScalarStyle.Plain ? ScalarForm.Plain : ScalarForm.Quoted;

    private static SourcePosition Position(ConfigurationSource source, in Mark mark) =>
        new(source, (int)mark.Line, (int)mark.Column);
}
