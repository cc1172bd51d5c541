using System.Buffers;

namespace Kurve.Numo.Infrastructure.Koppelingen.Uwlr;

/// <summary>
/// A growing list on borrowed memory. What lives only while an answer is read would otherwise end up among the large
/// objects, and those are collected at the price of everything.
/// </summary>
internal sealed class Poollijst<T>(int capacity) : IDisposable
{
    private T[] _items = ArrayPool<T>.Shared.Rent(capacity);

    public int Count { get; private set; }

    public Span<T> Items => _items.AsSpan(0, Count);

    public void Add(T item)
    {
        if (Count == _items.Length)
        {
            Grow();
        }

        _items[Count++] = item;
    }

    public void Dispose()
    {
        Return(_items);
        (_items, Count) = ([], 0);
    }

    private void Grow()
    {
        var larger = ArrayPool<T>.Shared.Rent(_items.Length * 2);
        Items.CopyTo(larger);
        Return(_items);
        _items = larger;
    }

    // Cleared: what a school sent must not stay behind in the pool.
    private static void Return(T[] items)
    {
        if (items.Length > 0)
        {
            ArrayPool<T>.Shared.Return(items, clearArray: true);
        }
    }
}
