using System.Collections.Immutable;
using Resolverd.Configuration.Syntax;
using Resolverd.Configuration.Values;

namespace Resolverd.Configuration.Reading;

/// <summary>
/// Reads one section. What is asked for is what exists: every call declares a key (or group) and returns its value, so
/// that the schema and the parser cannot drift apart. What was written and never asked for is an unknown key.
/// </summary>
internal sealed class SectionReader
{
    private const string FirstVersion = "0.1";
    private const string NotAvailable = "not available in this version";

    private readonly ReadSession _session;
    private readonly MapNode _node;
    private readonly string _path;
    private readonly KeyChange _change;
    private readonly List<SchemaEntry> _declared = [];
    private readonly List<(string Key, string Value)> _printed = [];

    private SectionReader(ReadSession session, MapNode node, string path, KeyChange change)
    {
        _session = session;
        _node = node;
        _path = path;
        _change = change;
    }

    /// <summary>Reads a whole document.</summary>
    public static T ReadRoot<T>(
        ReadSession session, MapNode root, Func<SectionReader, T> read, out SchemaSection schema)
    {
        var reader = new SectionReader(session, root, "", KeyChange.AtRestart);
        var value = read(reader);
        reader.RefuseUnknown();
        schema = reader.Declared("", "", null);
        return value;
    }

    /// <summary>The value of a key that may be left out.</summary>
    public T Value<T>(
        string name,
        ValueKind<T> kind,
        T value,
        string description,
        KeyChange? change = null,
        string since = FirstVersion) =>
        Read(new Key<T>(name, kind, KeyStatus.Optional)
        {
            Default = value,
            Description = description,
            Change = change ?? _change,
            Since = since,
        });

    /// <summary>
    /// The default of a key declared ahead of the code that will obey it; giving the key is refused. When the feature
    /// is there, this call becomes <see cref="Value"/>.
    /// </summary>
    public T Planned<T>(
        string name,
        ValueKind<T> kind,
        T value,
        string description,
        KeyChange? change = null,
        string since = FirstVersion) =>
        Read(new Key<T>(name, kind, KeyStatus.Planned)
        {
            Default = value,
            Description = description,
            Change = change ?? _change,
            Since = since,
        });

    /// <summary>The value of a key that must be given.</summary>
    public T Required<T>(string name, ValueKind<T> kind, string description, string since = FirstVersion) =>
        Read(new Key<T>(name, kind, KeyStatus.Required)
        {
            Default = default!,
            Description = description,
            Change = _change,
            Since = since,
        });

    /// <summary>A group of keys, which change as this group's do unless told otherwise.</summary>
    public T Section<T>(
        string name, string description, Func<SectionReader, T> read, KeyChange? change = null)
    {
        var path = KeyPath.Join(_path, name);
        var reader = new SectionReader(_session, MapOf(name, path), path, change ?? _change);
        var value = read(reader);
        reader.RefuseUnknown();
        _declared.Add(reader.Declared(name, description, null));
        return value;
    }

    /// <summary>A list of groups of keys, empty by default.</summary>
    public ValueList<T> List<T>(
        string name, string description, int maximumCount, Func<SectionReader, T> read, KeyChange? change = null)
    {
        var path = KeyPath.Join(_path, name);
        var item = DeclareItem(path, read, change ?? _change);
        _declared.Add(item.Declared(name, description, maximumCount));
        var values = ImmutableArray.CreateBuilder<T>();
        var printed = new List<string>();
        foreach (var map in ItemsOf(name, path, maximumCount, item))
        {
            var place = KeyPath.Item(path, values.Count);
            var reader = new SectionReader(_session.ForItem(), map, place, change ?? _change);
            values.Add(read(reader));
            reader.RefuseUnknown();
            printed.Add(YamlText.Map(reader._printed));
        }

        AddEffective(path, YamlText.List(printed), KeyStatus.Optional, change ?? _change);
        return new ValueList<T>(values.ToImmutable());
    }

    /// <summary>A list declared ahead of the code that will obey it; see <see cref="Planned"/>.</summary>
    public ValueList<T> PlannedList<T>(
        string name, string description, int maximumCount, Func<SectionReader, T> read, KeyChange? change = null)
    {
        if (_session.PlannedKeys == PlannedKeys.Read)
            return List(name, description, maximumCount, read, change);
        var path = KeyPath.Join(_path, name);
        var item = DeclareItem(path, read, change ?? _change);
        _declared.Add(item.Declared(name, description, maximumCount) with { IsPlannedList = true });
        if (_node.Find(name) is { } entry)
            Refuse(entry.KeyPosition, path, NotAvailable);
        AddEffective(path, "[]", KeyStatus.Planned, change ?? _change);
        return [];
    }

    private T Read<T>(Key<T> key)
    {
        var path = KeyPath.Join(_path, key.Name);
        Declare(key, path);
        var entry = _node.Find(key.Name);
        if (entry is null && key.Status == KeyStatus.Required)
            Refuse(_node.Position, path, $"missing; allowed: {key.Kind.Allowed}");
        if (!TryReadGiven(key, entry, path, out var value))
            return key.Default;

        var printed = key.Kind.Print(value);
        _printed.Add((key.Name, printed));
        AddEffective(path, printed, key.Status, key.Change);
        return value;
    }

    // False where there is no value to show: what was given is refused, or what must be given is missing.
    private bool TryReadGiven<T>(Key<T> key, MapEntry? entry, string path, out T value)
    {
        value = key.Default;
        if (entry is null)
            return key.Status != KeyStatus.Required;
        if (key.Status == KeyStatus.Planned && _session.PlannedKeys == PlannedKeys.Refuse)
        {
            Refuse(entry.KeyPosition, path, NotAvailable);
            return true;
        }

        _session.Given[path] = entry.Value.Position;
        return key.Kind.TryRead(entry.Value, new ProblemList(_session.Problems, path), out value);
    }

    private void Declare<T>(Key<T> key, string path) =>
        _declared.Add(new SchemaKey(key.Name, path, key.Description, key.Status)
        {
            TypeName = key.Kind.TypeName,
            Allowed = key.Kind.Allowed,
            Default = key.Status == KeyStatus.Required ? null : key.Kind.Print(key.Default),
            Since = key.Since,
            Change = key.Change,
            Schema = key.Kind.Schema(),
        });

    private void AddEffective(string path, string text, KeyStatus status, KeyChange change) =>
        _session.Effective.Add(new EffectiveValue(path, text, _session.OriginOf(path))
        {
            Status = status,
            Change = change,
        });

    private SchemaSection Declared(string name, string description, int? maximumCount) =>
        new(name, _path, description) { Children = [.. _declared], MaximumCount = maximumCount };

    // Reads an item that is not there, to learn which keys an item has; what is wrong with it is nobody's fault.
    private SectionReader DeclareItem<T>(string path, Func<SectionReader, T> read, KeyChange change)
    {
        var session = new ReadSession { KnownPaths = [] };
        var reader = new SectionReader(session, new MapNode(_node.Position, []), path, change);
        read(reader);
        return reader;
    }

    private MapNode MapOf(string name, string path)
    {
        var empty = new MapNode(_node.Position, []);
        switch (_node.Find(name)?.Value)
        {
            case null or ScalarNode { IsNull: true }:
                return empty;
            case MapNode map:
                return map;
            case var other:
                Refuse(other.Position, path, $"found {other.Describe()}; allowed: a map of keys");
                return empty;
        }
    }

    private IEnumerable<MapNode> ItemsOf(string name, string path, int maximumCount, SectionReader item)
    {
        if (_node.Find(name) is not { } entry || entry.Value is ScalarNode { IsNull: true })
            return [];
        _session.Given[path] = entry.Value.Position;
        var allowed = $"a list of up to {maximumCount} maps with the keys "
            + string.Join(", ", item._declared.Select(declared => declared.Name));
        if (entry.Value is not ListNode list)
            return RefuseItems(entry.Value, path, $"found {entry.Value.Describe()}; allowed: {allowed}");
        if (list.Items.Length > maximumCount)
            return RefuseItems(list, path, $"found {list.Items.Length} items; allowed: {allowed}");

        for (var i = 0; i < list.Items.Length; i++)
        {
            if (list.Items[i] is not MapNode)
                RefuseItems(list.Items[i], KeyPath.Item(path, i), $"found {list.Items[i].Describe()}; allowed: a map");
        }

        return list.Items.OfType<MapNode>();
    }

    private MapNode[] RefuseItems(ConfigNode node, string path, string message)
    {
        Refuse(node.Position, path, message);
        return [];
    }

    private void RefuseUnknown()
    {
        foreach (var entry in _node.Entries)
        {
            if (_declared.Exists(declared => declared.Name == entry.Key))
                continue;
            var path = KeyPath.Join(_path, entry.Key);
            Refuse(entry.KeyPosition, path, "unknown key" + Suggestion(entry.Key, path));
        }
    }

    private string Suggestion(string name, string path)
    {
        // To find the nearest of all names takes time; nobody reads so many suggestions.
        if (_session.Problems.Count >= ReadSession.MaxProblems)
            return "";
        var siblings = _declared.Select(declared => declared.Name);
        if (NearestName.Of(name, siblings) is { } sibling)
            return $"; did you mean {KeyPath.Join(_path, sibling)}?";
        // A key in the wrong section, or one that is nearly a full path.
        var moved = _session.KnownPaths.FirstOrDefault(known => known.EndsWith("." + name, StringComparison.Ordinal));
        if ((moved ?? NearestName.Of(path, _session.KnownPaths)) is { } elsewhere)
            return $"; did you mean {elsewhere}?";
        return "; allowed: " + string.Join(", ", siblings);
    }

    private void Refuse(SourcePosition position, string path, string message) =>
        _session.Problems.Add(new ConfigurationProblem(position, path, message));
}
