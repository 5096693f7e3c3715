namespace Micro.Cache;

/// <summary>Least recently used, of so many entries.</summary>
public sealed class LruModel(int capacity)
{
    private readonly Dictionary<(long Number, char Label), LinkedListNode<(long Number, char Label)>> _index = [];
    private readonly LinkedList<(long Number, char Label)> _order = [];

    /// <summary>True for a hit; a miss is stored.</summary>
    public bool Ask(long number, char label)
    {
        if (_index.TryGetValue((number, label), out var node))
        {
            _order.Remove(node);
            _order.AddFirst(node);
            return true;
        }
        if (_index.Count == capacity)
        {
            _index.Remove(_order.Last!.Value);
            _order.RemoveLast();
        }
        _index[(number, label)] = _order.AddFirst((number, label));
        return false;
    }
}
