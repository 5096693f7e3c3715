using System.Text;

namespace Resolverd.Configuration.Syntax;

/// <summary>Turns the bytes of a settings file into text, or says at which line and column they are not text.</summary>
internal static class SourceText
{
    /// <summary>
    /// Largest file read. A configuration of ten thousand zones is below it; a wrong path to a disk is not.
    /// </summary>
    public const int MaxBytes = 1 << 20;

    private static readonly UTF8Encoding Strict =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes UTF-8, with or without a byte order mark.</summary>
    public static string? Decode(
        ConfigurationSource source, ReadOnlySpan<byte> bytes, out ConfigurationProblem? problem)
    {
        problem = null;
        if (bytes.Length > MaxBytes)
            return Refuse(source, 1, 1, $"the file is larger than {MaxBytes} bytes", out problem);
        if (bytes is [0xfe, 0xff, ..] or [0xff, 0xfe, ..])
            return Refuse(source, 1, 1, "the file is UTF-16; allowed: UTF-8", out problem);
        if (bytes is [0xef, 0xbb, 0xbf, ..])
            bytes = bytes[3..];
        if (FirstBadByte(bytes) is { } at)
        {
            var (line, column) = Locate(bytes[..at]);
            return Refuse(source, line, column, $"found byte 0x{bytes[at]:x2}; allowed: UTF-8 text", out problem);
        }

        return Strict.GetString(bytes);
    }

    private static string? Refuse(
        ConfigurationSource source, int line, int column, string message, out ConfigurationProblem? problem)
    {
        problem = new ConfigurationProblem(new SourcePosition(source, line, column), "", message);
        return null;
    }

    private static int? FirstBadByte(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            var status = Rune.DecodeFromUtf8(bytes[at..], out var rune, out var length);
            if (status != System.Buffers.OperationStatus.Done || IsForbidden(rune))
                return at;
            at += length;
        }

        return null;
    }

    // YAML's own rule, and the one that keeps a NUL byte out of file names.
    private static bool IsForbidden(Rune rune) => rune.Value is < 0x20 and not ('\t' or '\n' or '\r') or 0x7f;

    private static (int Line, int Column) Locate(ReadOnlySpan<byte> before)
    {
        var line = before.Count((byte)'\n') + 1;
        var start = before.LastIndexOf((byte)'\n') + 1;
        return (line, Encoding.UTF8.GetCharCount(before[start..]) + 1);
    }
}
