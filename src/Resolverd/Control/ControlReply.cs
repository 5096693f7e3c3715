using System.Text.Json;
using System.Text.Json.Nodes;

namespace Resolverd.Control;

/// <summary>What a control call came to, as it stands on the wire: one line of JSON.</summary>
/// <param name="Result">What there is to tell, where it was done.</param>
/// <param name="ErrorCode">The error's code, where it was not.</param>
/// <param name="ErrorMessage">The error in words.</param>
internal sealed record ControlReply(JsonNode? Result, string? ErrorCode, string? ErrorMessage)
{
    /// <summary>Octets of the longest reply that a client reads.</summary>
    public const int MaxLength = 16 * 1024 * 1024;

    /// <summary>True if it was done.</summary>
    public bool IsDone => ErrorCode is null;

    /// <summary>A call that was done.</summary>
    public static ControlReply Done(JsonNode result) => new(result, null, null);

    /// <summary>A call that was not.</summary>
    public static ControlReply Failed(ControlException error) => new(null, error.Code, error.Message);

    /// <summary>The line for this reply, without its end.</summary>
    public byte[] ToLine()
    {
        var line = new JsonObject { ["ok"] = IsDone };
        if (IsDone)
            line["result"] = Result?.DeepClone();
        else
            line["error"] = new JsonObject { ["code"] = ErrorCode, ["message"] = ErrorMessage };
        return JsonSerializer.SerializeToUtf8Bytes(line);
    }

    /// <summary>Reads a reply.</summary>
    /// <exception cref="ControlException">It is not in the form of the protocol.</exception>
    public static ControlReply Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            var node = JsonNode.Parse(line);
            if (node?["ok"]?.GetValue<bool>() == true)
                return new(node["result"], null, null);
            if (node?["error"] is { } error)
                return new(null, error["code"]?.GetValue<string>(), error["message"]?.GetValue<string>());
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new ControlException(ControlException.BadRequest, "the daemon's reply is not understood");
        }
        throw new ControlException(ControlException.BadRequest, "the daemon's reply is not understood");
    }
}
