using System.Buffers.Binary;
using System.Text;

namespace Dns.Text.Fields;

/// <summary>LOC: latitude, longitude, altitude, size and the two precisions (RFC 1876 §2, §3).</summary>
internal sealed class LocationField : TextField
{
    private const int WireLength = 16;

    // RFC 1876 §3: what is left out is a sphere of 1 m, precise to 10,000 m across and 10 m up and down.
    private const byte DefaultSize = 0x12;
    private const byte DefaultHorizontal = 0x16;
    private const byte DefaultVertical = 0x13;

    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata)
    {
        if (rdata.Length < WireLength || rdata[0] != 0)
            return -1;
        for (var i = 1; i <= 3; i++)
        {
            if (!LocationText.IsPrecision(rdata[i]))
                return -1;
        }
        return LocationText.Latitude.Contains(BinaryPrimitives.ReadUInt32BigEndian(rdata[4..]))
            && LocationText.Longitude.Contains(BinaryPrimitives.ReadUInt32BigEndian(rdata[8..])) ? WireLength : -1;
    }

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        var error = LocationText.Latitude.Read(ref tokens, out var latitude);
        if (error != TextError.None)
            return error;
        error = LocationText.Longitude.Read(ref tokens, out var longitude);
        if (error != TextError.None)
            return error;
        error = LocationText.ReadAltitude(ref tokens, out var altitude);
        if (error != TextError.None)
            return error;
        Span<byte> precisions = [DefaultSize, DefaultHorizontal, DefaultVertical];
        for (var i = 0; i < precisions.Length && !tokens.IsAtEnd; i++)
        {
            error = LocationText.ReadPrecision(ref tokens, out precisions[i]);
            if (error != TextError.None)
                return error;
        }
        rdata.AppendByte(0);
        rdata.Append(precisions);
        rdata.AppendNumber(latitude, 4);
        rdata.AppendNumber(longitude, 4);
        rdata.AppendNumber(altitude, 4);
        return TextError.None;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text)
    {
        LocationText.Latitude.Write(BinaryPrimitives.ReadUInt32BigEndian(field[4..]), text);
        text.Append(' ');
        LocationText.Longitude.Write(BinaryPrimitives.ReadUInt32BigEndian(field[8..]), text);
        text.Append(' ');
        LocationText.WriteAltitude(BinaryPrimitives.ReadUInt32BigEndian(field[12..]), text);
        for (var i = 1; i <= 3; i++)
        {
            text.Append(' ');
            LocationText.WritePrecision(field[i], text);
        }
    }
}
