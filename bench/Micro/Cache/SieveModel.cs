namespace Micro.Cache;

/// <summary>SIEVE (Zhang and others, NSDI 2024), of so many entries.</summary>
public sealed class SieveModel(int capacity)
{
    private readonly Dictionary<(long Number, char Label), LinkedListNode<Entry>> _index = [];
    private readonly LinkedList<Entry> _order = [];
    private LinkedListNode<Entry>? _hand;

    /// <summary>True for a hit; a miss is stored.</summary>
    public bool Ask(long number, char label)
    {
        if (_index.TryGetValue((number, label), out var node))
        {
            node.Value.IsVisited = true;
            return true;
        }
        if (_index.Count == capacity)
            Evict();
        _index[(number, label)] = _order.AddFirst(new Entry { Key = (number, label) });
        return false;
    }

    private void Evict()
    {
        var hand = _hand ?? _order.Last!;
        while (hand.Value.IsVisited)
        {
            hand.Value.IsVisited = false;
            hand = hand.Previous ?? _order.Last!;
        }
        _hand = hand.Previous;
        _index.Remove(hand.Value.Key);
        _order.Remove(hand);
    }

    private sealed class Entry
    {
        public (long Number, char Label) Key { get; init; }

        public bool IsVisited { get; set; }
    }
}
