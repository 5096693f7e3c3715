using System.Text;

namespace Dns.Text.Fields;

/// <summary>
/// One field of RDATA, known by three things that must agree: how many octets it takes, how it is read, how it is
/// written. What <see cref="Measure"/> accepts, <see cref="Read"/> gets back from <see cref="Write"/> octet by octet.
/// </summary>
internal abstract class TextField
{
    /// <summary>Octets of the field at the start of RDATA; -1 if there is none that text can express.</summary>
    public abstract int Measure(ReadOnlySpan<byte> rdata);

    /// <summary>Reads the field's tokens and writes its octets.</summary>
    public abstract TextError Read(ref TokenCursor tokens, ref RdataWriter rdata);

    /// <summary>Writes the field as text. It was measured; where it has no octets it may write nothing.</summary>
    public abstract void Write(ReadOnlySpan<byte> field, StringBuilder text);
}
