namespace StubCheck.Asking;

/// <summary>How a query travels.</summary>
internal enum Transport
{
    /// <summary>One datagram each way.</summary>
    Udp,

    /// <summary>A connection, messages behind their lengths.</summary>
    Tcp,
}
