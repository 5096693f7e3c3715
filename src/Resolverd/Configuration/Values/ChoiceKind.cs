using System.Text;
using System.Text.Json.Nodes;

namespace Resolverd.Configuration.Values;

/// <summary>
/// One of the members of an enum, written in kebab case: <c>TransferOnly</c> is <c>transfer-only</c>.
/// </summary>
internal sealed class ChoiceKind<T> : ScalarKind<T>
    where T : struct, Enum
{
    private static readonly (string Word, T Value)[] Choices =
        [.. Enum.GetValues<T>().Select(value => (Word(value.ToString()), value))];

    private static readonly string[] Words = [.. Choices.Select(choice => choice.Word)];

    /// <inheritdoc/>
    public override string TypeName => "choice";

    /// <inheritdoc/>
    public override string Allowed => string.Join(", ", Words[..^1]) + " or " + Words[^1];

    /// <inheritdoc/>
    public override JsonObject Schema() =>
        new() { ["enum"] = new JsonArray([.. Words.Select(word => JsonValue.Create(word))]) };

    /// <inheritdoc/>
    protected override bool TryParse(string text, out T value, out string? hint)
    {
        var nearest = NearestName.Of(text, Words);
        hint = nearest is null ? null : $"did you mean {nearest}?";
        foreach (var choice in Choices)
        {
            value = choice.Value;
            if (choice.Word == text)
                return true;
        }

        value = default;
        return false;
    }

    /// <inheritdoc/>
    protected override string Format(T value) => Word(value.ToString());

    private static string Word(string member)
    {
        var word = new StringBuilder();
        foreach (var letter in member)
        {
            if (char.IsAsciiLetterUpper(letter) && word.Length > 0)
                word.Append('-');
            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }
}
