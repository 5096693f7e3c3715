using System.Buffers.Binary;
using System.Text;
using Dns.Wire;

namespace Dns.Text.Fields;

/// <summary>
/// The service parameters of SVCB and HTTPS to the end: KEY or KEY=VALUE in any order (RFC 9460 §2.1), on the wire in
/// the order of their keys.
/// </summary>
internal sealed class ParametersField : TextField
{
    private const int HeadLength = 4;

    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata) =>
        ServiceParameterCheck.AreWellFormed(rdata) ? rdata.Length : -1;

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        var start = rdata.Length;
        foreach (var index in InKeyOrder(tokens))
        {
            var parameter = tokens;
            parameter.Skip((int)(uint)index);
            var error = ReadParameter(ref parameter, ref rdata);
            if (error == TextError.None)
                continue;
            tokens = parameter;
            return error;
        }
        tokens.Skip(tokens.Left);
        if (rdata.HasOverflowed)
            return TextError.RdataTooLong;
        // RFC 9460 §2.1, §8: each key once, and the mandatory ones are there.
        return ServiceParameterCheck.AreWellFormed(rdata.Written[start..])
            ? TextError.None
            : TextError.ServiceParameterInvalid;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text)
    {
        for (var isFirst = true; !field.IsEmpty; isFirst = false)
        {
            if (!isFirst)
                text.Append(' ');
            var key = BinaryPrimitives.ReadUInt16BigEndian(field);
            var length = BinaryPrimitives.ReadUInt16BigEndian(field[2..]);
            ParameterText.Write(key, field.Slice(HeadLength, length), text);
            field = field[(HeadLength + length)..];
        }
    }

    /// <summary>How many tokens to skip for each parameter, by ascending key; malformed keys come last.</summary>
    private static long[] InKeyOrder(TokenCursor tokens)
    {
        if (tokens.IsAtEnd)
            return [];
        var order = new long[tokens.Left];
        for (var i = 0; i < order.Length; i++)
        {
            tokens.TryTake(out var text, out _);
            order[i] = (ParameterText.TryReadKey(text, out var key, out _) ? (long)key : int.MaxValue) << 32 | (uint)i;
        }
        Array.Sort(order);
        return order;
    }

    private static TextError ReadParameter(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        var error = tokens.TakeBare(out var text);
        if (error != TextError.None)
            return error;
        if (!ParameterText.TryReadKey(text, out var key, out var value))
            return TextError.ServiceParameterInvalid;
        rdata.AppendNumber(key, 2);
        rdata.AppendNumber(0, 2);
        var start = rdata.Length;
        error = ParameterText.ReadValue(key, text, value, ref rdata);
        if (error == TextError.None && !rdata.HasOverflowed)
            BinaryPrimitives.WriteUInt16BigEndian(rdata.Written[(start - 2)..], (ushort)(rdata.Length - start));
        return error;
    }
}
