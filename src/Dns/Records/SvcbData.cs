namespace Dns.Records;

/// <summary>
/// A view of SVCB or HTTPS RDATA (RFC 9460 §2.2). The parameters are a well-formed list; their values are opaque
/// here, as a resolver may take them (RFC 9460 §4.3).
/// </summary>
public readonly ref struct SvcbData
{
    private SvcbData(scoped ref RdataCursor cursor)
    {
        Priority = cursor.TakeUInt16();
        TargetName = cursor.TakeName();
        Parameters = cursor.TakeRest();
    }

    /// <summary>Zero for an alias, otherwise lower is tried first.</summary>
    public ushort Priority { get; }

    /// <summary>True in alias mode (RFC 9460 §2.4.2).</summary>
    public bool IsAlias => Priority == 0;

    /// <summary>The alias' target or the service's host; the root stands for the owner.</summary>
    public ReadOnlySpan<byte> TargetName { get; }

    /// <summary>The parameters: key, length and value of each.</summary>
    public ReadOnlySpan<byte> Parameters { get; }

    /// <summary>Reads RDATA; false if it is malformed.</summary>
    public static bool TryRead(ReadOnlySpan<byte> rdata, out SvcbData svcb)
    {
        var cursor = new RdataCursor(rdata);
        svcb = new(ref cursor);
        return cursor.IsDone && AreParameters(svcb.Parameters);
    }

    /// <summary>Finds the value of a parameter, which may be empty.</summary>
    public bool TryFind(ushort key, out ReadOnlySpan<byte> value)
    {
        var cursor = new RdataCursor(Parameters);
        while (!cursor.IsDone && !cursor.HasFailed)
        {
            var found = cursor.TakeUInt16();
            value = cursor.TakeCounted16();
            if (found == key)
                return true;
        }
        value = default;
        return false;
    }

    // RFC 9460 §2.2: keys come in strictly increasing order.
    private static bool AreParameters(ReadOnlySpan<byte> parameters)
    {
        var cursor = new RdataCursor(parameters);
        for (var previous = -1; !cursor.IsDone;)
        {
            var key = cursor.TakeUInt16();
            cursor.TakeCounted16();
            if (cursor.HasFailed || key <= previous)
                return false;
            previous = key;
        }
        return true;
    }
}
