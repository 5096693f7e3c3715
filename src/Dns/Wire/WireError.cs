namespace Dns.Wire;

/// <summary>What is wrong with a message. The first fault found is the one that is named.</summary>
public enum WireError : byte
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>Shorter than the 12 octets of a header.</summary>
    HeaderCut,

    /// <summary>The message ends inside a name.</summary>
    NameCut,

    /// <summary>A label type that is neither a plain label nor a pointer (RFC 1035 §4.1.4, RFC 6891 §5).</summary>
    LabelType,

    /// <summary>A compression pointer that does not point strictly backwards.</summary>
    PointerForward,

    /// <summary>More pointers in one name than a name can have labels.</summary>
    PointerChain,

    /// <summary>A name of more than 255 octets.</summary>
    NameTooLong,

    /// <summary>The message ends inside a question.</summary>
    QuestionCut,

    /// <summary>The message ends inside the fixed part of a record.</summary>
    RecordCut,

    /// <summary>RDLENGTH reaches past the message.</summary>
    RdataCut,

    /// <summary>RDATA that its type does not allow: wrong size, or a name that does not end where RDATA ends.</summary>
    RdataMalformed,

    /// <summary>Octets after the last record.</summary>
    TrailingOctets,

    /// <summary>An OPT record outside the additional section, not owned by the root, or a second one.</summary>
    OptMisplaced,

    /// <summary>EDNS options that do not fill the RDATA of the OPT record.</summary>
    OptMalformed,

    /// <summary>A TSIG record that is not the last of the message (RFC 8945 §5.1).</summary>
    TsigMisplaced,
}
