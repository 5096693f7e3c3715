using Dns;

namespace Simulation.Messages;

/// <summary>
/// An answer as tests compare it: "www CNAME web | web CNAME host | host A 192.0.2.1". Names lose the labels that
/// all names of the answer share with the question's zone (all but the first label of the question), so that they
/// read as in a zone file. Negative answers end in "NODATA" or "NXDOMAIN", failures are the name of the rcode.
/// </summary>
internal sealed class AnswerLine(WireMessage message)
{
    private readonly string _origin = message.Question is { Name.IsRoot: false } question
        ? "." + question.Name.Parent.ToString().ToLowerInvariant()
        : "";

    public override string ToString()
    {
        var parts = message.Answers
            .Where(record => record.Type != RecordType.Rrsig)
            .Select(record => $"{Shorten(record.Owner)} {Mnemonic.Of(record.Type)} {Text(record)}")
            .ToList();
        if (message.ResponseCode != ResponseCode.NoError)
            parts.Add(message.ResponseCode.ToString().ToUpperInvariant());
        else if (!HasFinalSet())
            parts.Add("NODATA");
        return string.Join(" | ", parts);
    }

    private bool HasFinalSet() => message.Answers.Count > 0
        && (message.Answers.Any(record => record.Type == message.Question!.Type)
            || message.Question!.Type == RecordType.Any);

    private string Text(WireRecord record) => record.Target is { } target && record.Type is RecordType.Ns
        or RecordType.Cname or RecordType.Dname or RecordType.Ptr
        ? Shorten(target)
        : record.RdataText();

    private string Shorten(DomainName name)
    {
        var text = name.ToString();
        return _origin.Length > 1 && text.EndsWith(_origin, StringComparison.OrdinalIgnoreCase)
            ? text[..^_origin.Length]
            : text;
    }
}
