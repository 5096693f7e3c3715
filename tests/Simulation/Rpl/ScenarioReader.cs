using System.Globalization;
using Dns;
using Simulation.Messages;
using Simulation.Zones;

namespace Simulation.Rpl;

/// <summary>Reads scenario files of both dialects.</summary>
public sealed class ScenarioReader
{
    private static readonly HashSet<string> Clauses =
    [
        "server:", "stub-zone:", "forward-zone:", "auth-zone:", "rpz:", "view:", "remote-control:", "cachedb:",
        "python:", "dnscrypt:", "dynlib:",
    ];

    private readonly string[] _lines;
    private readonly Scenario _scenario;
    private int _next;
    private DomainName _origin = DomainName.Root;
    private uint _ttl = 3600;

    private ScenarioReader(string id, string text)
    {
        _lines = text.Split('\n');
        _scenario = new() { Id = id };
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">It is no scenario.</exception>
    public static Scenario Load(string path)
    {
        var id = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))) + "/" + Path.GetFileName(path);
        return Read(id, File.ReadAllText(path, System.Text.Encoding.Latin1));
    }

    /// <summary>Reads a scenario's text.</summary>
    /// <exception cref="FormatException">It is no scenario.</exception>
    public static Scenario Read(string id, string text)
    {
        var reader = new ScenarioReader(id, text);
        reader.ReadConfiguration();
        reader.ReadBody();
        return reader._scenario;
    }

    private void ReadConfiguration()
    {
        while (_next < _lines.Length)
        {
            var raw = _lines[_next++].TrimEnd('\r');
            var words = Words(raw);
            switch (words.Length == 0 ? "" : words[0])
            {
                case "CONFIG_END":
                    Settle();
                    return;
                case "SCENARIO_BEGIN":
                    _next--;
                    Settle();
                    return;
                case "COMMANDLINE":
                    _scenario.HasCommandLine = true;
                    break;
                case "AUTOTRUST_FILE":
                    _scenario.Files[words[1]] = ReadUntil("AUTOTRUST_END");
                    _scenario.Configuration.Add("\0AUTOTRUST " + words[1]);
                    break;
                case "TEMPFILE_NAME":
                    _scenario.Configuration.Add("\0TEMPFILE " + words[1]);
                    break;
                case "TEMPFILE_CONTENTS":
                    _scenario.Files[words[1]] = ReadUntil("TEMPFILE_END");
                    break;
                default:
                    AddConfiguration(raw);
                    break;
            }
        }
        Settle();
    }

    private void AddConfiguration(string raw)
    {
        var line = CutComment(raw, "#;", needsBlank: true).TrimEnd();
        if (line.Trim().Length > 0)
            _scenario.Configuration.Add(line);
    }

    private void Settle()
    {
        if (_scenario.Configuration.Any(line => Clauses.Contains(Words(line)[0])))
            _scenario.Dialect = Dialect.Clauses;
    }

    private string ReadUntil(string end)
    {
        var start = _next;
        while (!_lines[_next].Trim().StartsWith(end, StringComparison.Ordinal))
            _next++;
        return string.Join('\n', _lines[start.._next++]) + "\n";
    }

    private void ReadBody()
    {
        var hasBegun = false;
        while (NextLine() is { } line)
        {
            var words = Words(line);
            switch (words[0])
            {
                case "SCENARIO_BEGIN":
                    hasBegun = true;
                    break;
                case "SCENARIO_END":
                    return;
                case "RANGE_BEGIN":
                    _scenario.Ranges.Add(ReadRange(words));
                    break;
                case "STEP":
                    _scenario.Steps.Add(ReadStep(words, line));
                    break;
                case "ENTRY_BEGIN":
                    _scenario.Steps[^1].Entry = ReadEntry();
                    break;
                case "FILE_BEGIN":
                    ReadUntil("FILE_END");
                    break;
                default:
                    ReadDirective(words);
                    break;
            }
        }
        if (!hasBegun)
            throw new FormatException("no SCENARIO_BEGIN");
    }

    private static ScenarioStep ReadStep(string[] words, string line) => new(
        int.Parse(words[1], CultureInfo.InvariantCulture),
        words.Length > 2 ? words[2] : "NOTHING",
        words.Length > 3 ? line[(line.IndexOf(words[2], StringComparison.Ordinal) + words[2].Length)..].Trim() : "");

    private AnswerRange ReadRange(string[] begin)
    {
        var range = new AnswerRange(
            int.Parse(begin[1], CultureInfo.InvariantCulture), int.Parse(begin[2], CultureInfo.InvariantCulture));
        range.Addresses.UnionWith(begin.Skip(3).Select(AddressText.Canonical));
        while (NextLine() is { } line)
        {
            var words = Words(line);
            if (words[0] is "RANGE_END" or "END_RANGE")
                return range;
            if (words[0] == "ADDRESS")
                range.Addresses.Add(AddressText.Canonical(words[1]));
            else if (words[0] == "ENTRY_BEGIN")
                range.Entries.Add(ReadEntry());
            else
                ReadDirective(words);
        }
        throw new FormatException("a range has no end");
    }

    private Entry ReadEntry()
    {
        var entry = new Entry { Line = _next };
        var template = entry.First;
        var section = -2;
        while (NextLine() is { } line)
        {
            var words = Words(line);
            switch (words[0])
            {
                case "ENTRY_END":
                    return entry;
                case "ENTRY_BEGIN":
                    throw new FormatException($"line {_next}: an entry inside an entry");
                case "MATCH":
                    entry.Match.AddRange(words[1..]);
                    break;
                case "REPLY" or "FLAGS":
                    template.Words.AddRange(words[1..].Select(word => word.Trim(',').ToUpperInvariant()));
                    break;
                case "ADJUST":
                    entry.Adjust.AddRange(words[1..]);
                    break;
                case "MANDATORY":
                    break;
                case "SECTION":
                    section = SectionOf(words);
                    break;
                case "RAW":
                    entry.Raw = ReadRaw();
                    break;
                case "HEX_ANSWER_BEGIN":
                    template.HexAnswer = ReadHex("HEX_ANSWER_END");
                    break;
                case "HEX_EDNSDATA_BEGIN":
                    template.EdnsData = ReadHex("HEX_EDNSDATA_END");
                    break;
                case "EXTRA_PACKET":
                    template = NewExtra(entry);
                    section = -2;
                    break;
                default:
                    if (!ReadDirective(words) && section > -2)
                        ReadData(template, section, line);
                    break;
            }
        }
        throw new FormatException($"the entry at line {entry.Line} has no end");
    }

    private static Template NewExtra(Entry entry)
    {
        var template = new Template();
        template.Words.AddRange(entry.First.Words);
        entry.Extra.Add(template);
        return template;
    }

    private static int SectionOf(string[] words) =>
        (words.Length > 1 ? words[1].ToUpperInvariant() : "") switch
        {
            "QUESTION" => -1,
            "ANSWER" => 0,
            "AUTHORITY" => 1,
            "ADDITIONAL" => 2,
            _ => throw new FormatException("a section of no known name: " + string.Join(' ', words)),
        };

    private void ReadData(Template template, int section, string line)
    {
        if (section < 0)
            template.Questions.Add(ReadQuestion(line));
        else
            template.Sections[section].Add(ZoneLine.Read(JoinParentheses(line), _origin, _ttl));
    }

    private WireQuestion ReadQuestion(string line)
    {
        var words = Words(line);
        var type = RecordType.A;
        var recordClass = RecordClass.In;
        foreach (var word in words[1..])
        {
            if (char.IsAsciiDigit(word[0]))
                continue;
            if (word != words[^1] && ZoneLine.TryReadClass(word, out var number))
                recordClass = number;
            else if (Mnemonic.TryReadType(word, out type))
                break;
            else
                throw new FormatException($"'{line}' is no question");
        }
        return new(ZoneLine.Name(words[0], _origin), type, recordClass);
    }

    private bool ReadDirective(string[] words)
    {
        if (words[0] == "$ORIGIN")
            _origin = ZoneLine.Name(words[1], DomainName.Root);
        else if (words[0] == "$TTL")
            _ttl = uint.Parse(words[1], CultureInfo.InvariantCulture);
        return words[0][0] == '$';
    }

    private byte[] ReadRaw()
    {
        var hex = "";
        while (NextLine() is { } line)
        {
            if (Words(line)[0] is "ENTRY_END" or "SECTION")
            {
                _next--;
                break;
            }
            hex += line;
        }
        return Convert.FromHexString(string.Concat(Words(hex)));
    }

    private byte[] ReadHex(string end)
    {
        var hex = "";
        while (_next < _lines.Length)
        {
            var line = CutComment(_lines[_next++], ";", needsBlank: false).Trim();
            if (line.StartsWith(end, StringComparison.Ordinal))
                break;
            if (!line.StartsWith('#'))
                hex += " " + line;
        }
        return Convert.FromHexString(string.Concat(Words(hex)));
    }

    private string? NextLine()
    {
        while (_next < _lines.Length)
        {
            var line = _lines[_next++].Trim();
            if (line.Length == 0 || line[0] is ';' or '#')
                continue;
            line = CutComment(line, ";", needsBlank: false).Trim();
            if (line.Length > 0)
                return line;
        }
        return null;
    }

    private string JoinParentheses(string line)
    {
        while (Depth(line) > 0 && _next < _lines.Length)
            line += " " + CutComment(_lines[_next++], ";", needsBlank: false).Trim();
        return line;
    }

    private static int Depth(string line)
    {
        var depth = 0;
        var isQuoted = false;
        foreach (var character in line)
        {
            if (character == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted)
                depth += character == '(' ? 1 : character == ')' ? -1 : 0;
        }
        return depth;
    }

    private static string CutComment(string line, string marks, bool needsBlank)
    {
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\' && !needsBlank)
                i++;
            else if (line[i] == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && marks.Contains(line[i]) && (!needsBlank || i == 0 || line[i - 1] is ' ' or '\t'))
                return line[..i];
        }
        return line;
    }

    private static string[] Words(string line) => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
