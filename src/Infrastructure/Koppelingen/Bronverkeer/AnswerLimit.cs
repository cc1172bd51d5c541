namespace Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

/// <summary>
/// How much of something one answer may hold: more than the largest school ever sends, and little enough that reading an
/// answer of the largest size costs neither seconds nor memory.
/// </summary>
/// <param name="What">What is counted, in English.</param>
/// <param name="Wat">The same, in Dutch.</param>
/// <param name="Most">The largest number that is read.</param>
internal sealed record AnswerLimit(string What, string Wat, int Most)
{
    /// <summary>People, or rows of the web service's list. The largest school of the country has 10,000 pupils.</summary>
    public static readonly AnswerLimit People = new("people", "personen", 200_000);

    /// <summary>Groepen, whether declared or only named.</summary>
    public static readonly AnswerLimit Groepen = new("groepen", "groepen", 50_000);

    /// <summary>Elements, those that are passed over included.</summary>
    public static readonly AnswerLimit Elements = new("elements", "elementen", 4_000_000);

    /// <summary>Different names of elements and attributes.</summary>
    public static readonly AnswerLimit Names = new("different names", "verschillende namen", 10_000);

    /// <summary>The names of an element and of its attributes, each with its prefix.</summary>
    public static readonly AnswerLimit Attributes = new("attributes in one element", "attributen in één element", 500);

    /// <summary>Elements with a text in one row of the web service's list.</summary>
    public static readonly AnswerLimit Columns = new("columns in one row", "kolommen in één regel", 200);

    /// <summary>Characters of one value.</summary>
    public static readonly AnswerLimit Text = new("characters in one value", "tekens in één waarde", 64 * 1024);

    /// <summary>Characters in a row without another element: a whole list may stand inside one text.</summary>
    public static readonly AnswerLimit Run = new("characters in one text", "tekens in één tekst", 3 * 1024 * 1024);

    /// <summary>Characters and references that are mended.</summary>
    public static readonly AnswerLimit Repairs = new("faults in its XML", "fouten in de XML", 100_000);

    /// <exception cref="AnswerLimitException">There is more than is read.</exception>
    public void Check(int count)
    {
        if (count > Most)
        {
            throw new AnswerLimitException(this);
        }
    }
}

/// <summary>An answer holds more than is read; <see cref="BronXml"/> turns it into a result.</summary>
internal sealed class AnswerLimitException(AnswerLimit limit) : Exception($"More than {limit.Most} {limit.What}.")
{
    public AnswerLimit Limit { get; } = limit;
}
