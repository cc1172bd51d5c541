using System.Buffers;
using Kurve.Numo.Domain.Bronnen;

namespace Kurve.Numo.Domain.Importeren.Csv.Lezen;

/// <summary>The text of one field, without what exports and spreadsheets put around it.</summary>
/// <param name="Waarde">The text, in the one form of texts of sources.</param>
/// <param name="Repair">What was done to it.</param>
internal readonly record struct Celtekst(string Waarde, TextRepair Repair)
{
    /// <summary>What a spreadsheet takes for a formula; our own exports put an apostrophe before it.</summary>
    private static readonly SearchValues<char> Formule = SearchValues.Create("=+-@＝＋－＠\t\r");

    /// <summary>What people type before digits so that a spreadsheet keeps them, as they come out of one.</summary>
    private static readonly SearchValues<char> Apostrof = SearchValues.Create(Apostrofs);

    /// <summary>Reads a field. Plain text is given back as it is.</summary>
    public static Celtekst Of(string veld)
    {
        var outer = Unwrap(veld);
        if (outer.Length < veld.Length)
        {
            var unwrapped = SourceText.Of(outer.ToString());
            return new Celtekst(unwrapped.Value, unwrapped.Repair);
        }

        // What stood before it may have kept it out of sight. Taken off once: what is within belongs to the value.
        var text = SourceText.Of(veld);
        var inner = Unwrap(text.Value);
        return new Celtekst(
            inner.Length == text.Value.Length ? text.Value : inner.Trim(' ').ToString(), text.Repair);
    }

    // '=1+2 of our own exports; ="00123" and '00123 by which others keep a spreadsheet from dropping zeros.
    private static ReadOnlySpan<char> Unwrap(ReadOnlySpan<char> text)
    {
        switch (text)
        {
            case ['\'', var c, ..] when Formule.Contains(c):
                return text[1..];
            case ['=', '"', .. var inner, '"'] when !inner.Contains('"'):
                return inner;
            case ['"', >= '0' and <= '9', .., '"'] when !text[1..^1].Contains('"'):
                return text[1..^1];
        }

        var digits = text.IsEmpty || !Apostrof.Contains(text[0]) ? text : text.TrimStart(Apostrofs);
        return digits.Length == text.Length || digits is not [>= '0' and <= '9', ..] ? text
            : Apostrof.Contains(digits[^1]) ? digits[..^1]
            : digits;
    }

    private static ReadOnlySpan<char> Apostrofs => "'’‘‛`´ʹʼ′＇";
}
