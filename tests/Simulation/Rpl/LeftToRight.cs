using System.Globalization;

namespace Simulation.Rpl;

/// <summary>Arithmetic of scenario files: "${10 + 20 * 3}", no operator before another.</summary>
internal static class LeftToRight
{
    public static double Evaluate(string text)
    {
        text = text.Trim('$', '{', '}', ' ');
        var value = 0.0;
        var operation = '+';
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]) || text[at] is '+' or '-' or '*' or '/')
            {
                operation = char.IsWhiteSpace(text[at]) ? operation : text[at];
                at++;
                continue;
            }
            var end = at;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
                end++;
            if (end == at)
                throw new FormatException($"'{text}' is no sum");
            value = Apply(operation, value, double.Parse(text[at..end], CultureInfo.InvariantCulture));
            at = end;
        }
        return value;
    }

    private static double Apply(char operation, double left, double right) => operation switch
    {
        '+' => left + right,
        '-' => left - right,
        '*' => left * right,
        _ => right == 0 ? 0 : left / right,
    };
}
