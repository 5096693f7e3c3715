using System.Buffers.Binary;
using System.Text;

namespace Dns.Text.Fields;

/// <summary>The number of a type, written as its mnemonic.</summary>
internal sealed class TypeField : TextField
{
    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata) => rdata.Length < 2 ? -1 : 2;

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        var error = tokens.TakeBare(out var text);
        if (error != TextError.None)
            return error;
        if (!RecordTypeText.TryRead(text, out var type))
            return TextError.TypeUnknown;
        rdata.AppendNumber((ulong)type, 2);
        return TextError.None;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text) =>
        RecordTypeText.Write((RecordType)BinaryPrimitives.ReadUInt16BigEndian(field), text);
}
