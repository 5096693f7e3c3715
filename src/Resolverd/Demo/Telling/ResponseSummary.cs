using System.Collections.Immutable;
using System.Globalization;
using Dns;
using Dns.Edns;
using Dns.Text;
using Dns.Wire;

namespace Resolverd.Demo.Telling;

/// <summary>What a person wants to know of a response: its code, its answer in order, why it failed.</summary>
internal sealed record ResponseSummary
{
    /// <summary>Records of one set that are shown one by one; a larger set is one line.</summary>
    public const int MaxShownRecords = 4;

    /// <summary>The response code.</summary>
    public required ResponseCode Code { get; init; }

    /// <summary>TC: not all of it fitted.</summary>
    public required bool IsTruncated { get; init; }

    /// <summary>AD: everything in it was validated.</summary>
    public required bool IsAuthenticated { get; init; }

    /// <summary>
    /// The answer section in its order, a line for each record without its TTL. Records of one set have no order and
    /// are sorted.
    /// </summary>
    public required ImmutableArray<string> Answer { get; init; }

    /// <summary>The extended error; null if there is none.</summary>
    public required ExtendedErrorCode? Error { get; init; }

    /// <summary>What the extended error says besides.</summary>
    public required string ErrorText { get; init; }

    /// <summary>Reads a response, which is well-formed.</summary>
    public static ResponseSummary Of(ReadOnlySpan<byte> response)
    {
        MessageReader.TryStart(response, out var reader);
        var answer = new List<(string Set, string Line)>();
        ExtendedErrorCode? error = null;
        var errorText = "";
        while (reader.TryReadRecord(out var record))
        {
            if (record.Section == Section.Answer)
                answer.Add(LineOf(record));
            if (record.Type == RecordType.Opt && FindError(record, out var option))
                (error, errorText) = (option.Code, OctetsAsText(option.Text));
        }
        return new()
        {
            Code = reader.Header.ResponseCode,
            IsTruncated = reader.Header.IsTruncated,
            IsAuthenticated = reader.Header.IsAuthenticData,
            Answer = [.. Gather(answer)],
            Error = error,
            ErrorText = errorText,
        };
    }

    private static (string Set, string Line) LineOf(in RecordView record)
    {
        var rdata = new byte[record.RdataLength + RdataExpander.MaxGrowth];
        RdataExpander.TryExpand(record, rdata, out var length);
        var set = $"{record.Owner.ToString()} {RecordTypeText.Write(record.Type)}";
        return (set, $"{set} {RdataText.Write(record.Type, rdata.AsSpan(0, length))}");
    }

    private static IEnumerable<string> Gather(List<(string Set, string Line)> records)
    {
        for (var start = 0; start < records.Count;)
        {
            var set = records[start].Set;
            List<string> lines = [.. records.Skip(start).TakeWhile(record => record.Set == set).Select(r => r.Line)];
            start += lines.Count;
            if (lines.Count > MaxShownRecords)
                lines = [string.Create(CultureInfo.InvariantCulture, $"{set}, {lines.Count} records")];
            lines.Sort(StringComparer.Ordinal);
            foreach (var line in lines)
                yield return line;
        }
    }

    private static bool FindError(in RecordView opt, out ExtendedErrorOption error)
    {
        error = default;
        return EdnsOptions.TryParse(opt.Rdata, out var options)
            && options.TryFind(EdnsOptionCode.ExtendedError, out var content)
            && ExtendedErrorOption.TryParse(content, out error);
    }

    // What a server far away may have written is not let loose on a terminal.
    private static string OctetsAsText(ReadOnlySpan<byte> octets)
    {
        var text = System.Text.Encoding.UTF8.GetString(octets);
        return string.Concat(text.Select(letter => char.IsControl(letter) ? '?' : letter));
    }
}
