namespace Dns.Edns;

/// <summary>One EDNS option: its code and its octets.</summary>
public readonly ref struct EdnsOption
{
    internal EdnsOption(EdnsOptionCode code, ReadOnlySpan<byte> content)
    {
        Code = code;
        Content = content;
    }

    /// <summary>OPTION-CODE.</summary>
    public EdnsOptionCode Code { get; }

    /// <summary>OPTION-DATA.</summary>
    public ReadOnlySpan<byte> Content { get; }
}
