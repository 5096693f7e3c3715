using System.Buffers.Binary;

namespace Dns.Edns;

/// <summary>The options in the RDATA of an OPT record (RFC 6891 §6.1.2), one behind another, as data.</summary>
public readonly ref struct EdnsOptions
{
    private readonly ReadOnlySpan<byte> _rdata;

    private EdnsOptions(ReadOnlySpan<byte> rdata) => _rdata = rdata;

    /// <summary>No options.</summary>
    public static EdnsOptions None => default;

    /// <summary>Checks that options fill the RDATA exactly; false if one is cut.</summary>
    [HotPath]
    public static bool TryParse(ReadOnlySpan<byte> rdata, out EdnsOptions options)
    {
        options = new(rdata);
        for (var rest = rdata; !rest.IsEmpty;)
        {
            if (rest.Length < 4)
                return false;
            var length = 4 + BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            if (rest.Length < length)
                return false;
            rest = rest[length..];
        }
        return true;
    }

    /// <summary>The content of the first option of the kind; false if there is none.</summary>
    [HotPath]
    public bool TryFind(EdnsOptionCode code, out ReadOnlySpan<byte> content)
    {
        foreach (var option in this)
        {
            if (option.Code == code)
            {
                content = option.Content;
                return true;
            }
        }
        content = default;
        return false;
    }

    /// <summary>Starts at the first option.</summary>
    public Enumerator GetEnumerator() => new(_rdata);

    /// <summary>Walks options.</summary>
    public ref struct Enumerator
    {
        private ReadOnlySpan<byte> _rest;

        internal Enumerator(ReadOnlySpan<byte> rdata)
        {
            _rest = rdata;
            Current = default;
        }

        /// <summary>The option reached.</summary>
        public EdnsOption Current { get; private set; }

        /// <summary>Goes on to the next; false at the end.</summary>
        public bool MoveNext()
        {
            if (_rest.IsEmpty)
                return false;
            var length = BinaryPrimitives.ReadUInt16BigEndian(_rest[2..]);
            Current = new((EdnsOptionCode)BinaryPrimitives.ReadUInt16BigEndian(_rest), _rest.Slice(4, length));
            _rest = _rest[(4 + length)..];
            return true;
        }
    }
}
