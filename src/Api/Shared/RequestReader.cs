using System.Buffers;
using System.Globalization;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Api.Shared;

/// <summary>Reads the fields of one request, and refuses them all at once when some are wrong.</summary>
internal sealed class RequestReader
{
    // All of C0 and C1 but tab and line ends, and what embeds, overrides or isolates a direction (Unicode TR 9).
    private static readonly SearchValues<char> Controls = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n')),
        .. Enumerable.Range(0x202A, 5).Concat(Enumerable.Range(0x2066, 4)).Select(c => (char)c),
    ]);

    private readonly List<Error> _errors = [];

    /// <summary>
    /// The value; what comes back when there is none is never used, since <see cref="Build"/> refuses.
    /// </summary>
    public T Take<T>(Result<T> result, string field)
    {
        if (result.IsOk)
        {
            return result.Value;
        }

        _errors.Add(result.Error with { Field = field });
        return default!;
    }

    public SchoolId SchoolId(string text, string field = "school_id") => new(Id(text, field));

    public ImportRunId ImportRunId(string text) => new(Id(text, "import_run_id"));

    public AccountId AccountId(string text, string field) => new(Id(text, field));

    public GroepId? GroepId(string text) => text.Length == 0 ? null : new GroepId(Id(text, "groep_id"));

    /// <summary>The etag that the caller last saw; null when the request names none.</summary>
    public static string? Etag(string text) => text.Length == 0 ? null : text;

    public Guid? RequestId(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var id = Id(text, "request_id");
        if (Guid.TryParseExact(text, "D", out var nil) && nil == Guid.Empty)
        {
            Refuse(
                "request_id",
                "ID_ONGELDIG",
                $"'{text}' is the id of nothing, which many may send by mistake; make a new UUID for each request.");
        }

        return id;
    }

    public PageRequest Page(int size, string token)
    {
        if (size < 0)
        {
            Refuse(
                "page_size",
                "PAGE_SIZE_ONGELDIG",
                $"page_size is {size}; expected 1 to {PageRequest.MaxSize}, or 0 for {PageRequest.DefaultSize}.");
        }

        var asked = size == 0 ? PageRequest.DefaultSize : size;
        return new PageRequest(Math.Min(asked, PageRequest.MaxSize), token.Length == 0 ? null : token);
    }

    /// <summary>
    /// A text of 1 to <paramref name="longest"/> characters, of which something can be seen, and none of which controls a
    /// terminal or turns the direction of what follows.
    /// </summary>
    public string Text(string text, int longest, string field)
    {
        var control = text.AsSpan().IndexOfAny(Controls);
        if (control >= 0)
        {
            Refuse(
                field,
                "TEKST_ONGELDIG",
                $"Character {control + 1} is the control character U+{(int)text[control]:X4}; leave it out.",
                $"Teken {control + 1} is een onzichtbaar stuurteken; laat het weg.");
        }
        else if (text.All(IsInvisible) || text.Length > longest)
        {
            Refuse(
                field,
                "TEKST_ONGELDIG",
                $"Expected 1 to {longest} characters, found {text.Length}.",
                $"Vul 1 tot {longest} tekens in.");
        }

        return text.Trim();
    }

    /// <summary>A day, written yyyy-MM-dd.</summary>
    public DateOnly Day(string text, string field)
    {
        if (!DateOnly.TryParseExact(
            text, ProtoValues.DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            Refuse(
                field,
                "DATUM_ONGELDIG",
                $"'{text}' is not a day such as 2027-01-31.",
                $"'{text}' is geen datum zoals 2027-01-31.");
        }

        return day;
    }

    /// <summary>An enum value other than UNSPECIFIED.</summary>
    public TDomain? Enum<TProto, TDomain>(TProto value, Func<int, TDomain> map, string field)
        where TProto : struct, Enum
        where TDomain : struct
    {
        var number = Convert.ToInt32(value, CultureInfo.InvariantCulture);
        if (number == 0)
        {
            return null;
        }

        if (!System.Enum.IsDefined(value))
        {
            Refuse(field, "WAARDE_ONBEKEND", $"{number} is not a value of {typeof(TProto).Name}.");
        }

        return map(number);
    }

    /// <summary>An enum value in a list, where UNSPECIFIED would silently mean something else.</summary>
    public TDomain? EnumOfList<TProto, TDomain>(TProto value, Func<int, TDomain> map, string field)
        where TProto : struct, Enum
        where TDomain : struct
    {
        var found = Enum(value, map, field);
        if (found is null)
        {
            Refuse(field, "WAARDE_ONTBREEKT", $"UNSPECIFIED is not a value of {typeof(TProto).Name} to choose.");
        }

        return found;
    }

    public void Refuse(string field, string code, string message, string tekst = "") =>
        _errors.Add(new ValueInvalid(code, message, tekst) { Field = field });

    /// <summary>The request, made of the fields that were read; throws the status when one was wrong.</summary>
    public T Build<T>(Func<T> build) => _errors.Count switch
    {
        0 => build(),
        1 => throw _errors[0].ToRefusal(),
        _ => throw new SeveralInvalid(_errors).ToRefusal(),
    };

    private static bool IsInvisible(char c) =>
        char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private Guid Id(string text, string field)
    {
        if (!Guid.TryParseExact(text, "D", out var id))
        {
            Refuse(field, "ID_ONGELDIG", $"'{text}' is not a UUID such as 0198c7a2-6f3e-7c11-9d5b-0123456789ab.");
        }

        return id;
    }
}
