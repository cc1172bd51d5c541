using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Kurve.Numo.Application.Shared;

namespace Kurve.Numo.Infrastructure.Persistence;

/// <summary>Keyset paging: a token holds the key of the last thing on the page before.</summary>
internal static class PageTokens
{
    private const int LongestKey = 2000;

    /// <summary>The id after which the page begins; null when the token is not one of ours.</summary>
    public static Guid? ReadId(PageRequest page)
    {
        Span<byte> bytes = stackalloc byte[16];
        return page.After is null ? Guid.Empty
            : page.After.Length == 22
                && Base64Url.IsValid(page.After)
                && Base64Url.TryDecodeFromChars(page.After, bytes, out var written)
                && written == 16
                ? TypeHandlers.ToGuid(bytes)
            : null;
    }

    /// <summary>The number after which the page begins; null when the token is not one of ours.</summary>
    public static int? ReadNumber(PageRequest page) => page.After is null ? 0
        : int.TryParse(page.After, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : null;

    /// <summary>The text and number after which the page begins; null when the token is not one of ours.</summary>
    public static (string Text, int Number)? ReadKey(PageRequest page)
    {
        if (page.After is null)
        {
            return ("", 0);
        }

        if (page.After.Length > LongestKey || !Base64Url.IsValid(page.After))
        {
            return null;
        }

        var key = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(page.After));
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        return colon > 0
            && int.TryParse(key.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (key[(colon + 1)..], number)
            : null;
    }

    /// <summary>A page of rows of which one more was asked for, to know whether there is a next one.</summary>
    public static Page<T> ToPage<T>(IReadOnlyList<T> rows, PageRequest page, Func<T, Guid> id) =>
        ToPage(rows, page, row => OfId(id(row)));

    /// <summary>The token of the page after a thing.</summary>
    public static string OfId(Guid id) => Base64Url.EncodeToString(TypeHandlers.ToBytes(id));

    /// <summary>The same, for rows with a number.</summary>
    public static Page<T> ToPage<T>(IReadOnlyList<T> rows, PageRequest page, Func<T, int> number) =>
        ToPage(rows, page, row => number(row).ToString(CultureInfo.InvariantCulture));

    /// <summary>The same, for rows with a text and a number.</summary>
    public static Page<T> ToPage<T>(IReadOnlyList<T> rows, PageRequest page, Func<T, (string Text, int Number)> key) =>
        ToPage(rows, page, row => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{key(row).Number}:{key(row).Text}"))));

    private static Page<T> ToPage<T>(IReadOnlyList<T> rows, PageRequest page, Func<T, string> token) =>
        rows.Count <= page.Size
            ? new Page<T>(rows, null)
            : new Page<T>([.. rows.Take(page.Size)], token(rows[page.Size - 1]));
}
