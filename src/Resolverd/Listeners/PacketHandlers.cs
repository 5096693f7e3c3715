using System.Collections.Concurrent;

namespace Resolverd.Listeners;

/// <summary>
/// Where listeners get their packet handlers from. A handler is not shared by two threads at a time; those that stay
/// on one thread make their own, the others borrow. New settings replace all of them for the packets that follow.
/// </summary>
internal sealed class PacketHandlers(Func<HandlePacket> make)
{
    private volatile Generation _current = new(make);

    /// <summary>The handlers in use. Whoever keeps one asks again when this changes.</summary>
    public Generation Current => _current;

    /// <summary>Makes handlers in another way from now on.</summary>
    public void Replace(Func<HandlePacket> make) => _current = new(make);

    /// <summary>The handlers of one set of settings.</summary>
    internal sealed class Generation(Func<HandlePacket> make)
    {
        private readonly ConcurrentBag<HandlePacket> _idle = [];

        /// <summary>A handler that nobody else has.</summary>
        public HandlePacket Rent() => _idle.TryTake(out var handler) ? handler : make();

        /// <summary>Gives a handler back.</summary>
        public void Return(HandlePacket handler) => _idle.Add(handler);
    }
}
