namespace Resolverd.Workers;

/// <summary>Leads nowhere: for refreshing what is in the cache.</summary>
internal sealed class NoReplyPath : ReplyPath
{
    /// <inheritdoc/>
    public override int MaxLength => ushort.MaxValue;

    /// <inheritdoc/>
    public override void Send(ReadOnlySpan<byte> response)
    {
    }

    /// <inheritdoc/>
    public override void Abandon()
    {
    }
}
