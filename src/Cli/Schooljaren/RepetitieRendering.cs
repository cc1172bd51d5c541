using Google.Protobuf.Collections;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Schooljaren;

/// <summary>Shows what rehearsals found.</summary>
internal static class RepetitieRendering
{
    private const int MostCodes = 5;

    /// <summary>Schools, one a line with why it would wait beneath, and totals.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyCollection<Repetitie> repetities)
    {
        Repetitie[] found = [.. repetities.Where(repetitie => repetitie.Antwoord is not null)];
        if (found.Length == 0)
        {
            return;
        }

        var table = new TextTable(
            new("school", Shrinkable: true), new("agreed"), new("new", Right: true), new("leave", Right: true),
            new("code ?", Right: true), new("held", Right: true), new("rest", Right: true), new("waits"));
        foreach (var repetitie in found)
        {
            table.AddWithNote(
                NoteOf(repetitie.Antwoord!),
                repetitie.School.Naam,
                repetitie.Antwoord!.Afgesproken ? "yes" : "no",
                Words.Of(repetitie.Sum(c => c.Nieuw)),
                Words.Of(repetitie.Sum(Vertrek)),
                Words.Of(repetitie.Sum(c => c.OnbekendeCode)),
                Words.Of(repetitie.Aangehouden),
                Words.Of(repetitie.Antwoord.Rest),
                repetitie.Wacht ? "yes" : "");
        }

        if (found.Length > 1)
        {
            table.Add(
                "all",
                Words.Of(found.Count(r => r.Antwoord!.Afgesproken)),
                Words.Of(found.Sum(r => r.Sum(c => c.Nieuw))),
                Words.Of(found.Sum(r => r.Sum(Vertrek))),
                Words.Of(found.Sum(r => r.Sum(c => c.OnbekendeCode))),
                Words.Of(found.Sum(r => r.Aangehouden)),
                Words.Of(found.Sum(r => r.Antwoord!.Rest)),
                Words.Of(found.Count(r => r.Wacht)));
        }

        table.Write(console);
        var waiting = found.Count(r => r.Wacht);
        Plain.Write(
            console,
            $"  {Words.Count(found.Length, "school", "schools")} rehearsed: {found.Length - waiting} would go through, "
                + $"{waiting} would wait.");
        Plain.Write(console, "  rest: rows that a second import would still change; 0 when all is well.");
    }

    private static int Vertrek(Wisselcijfers cijfers) => cijfers.VertrekExamen + cijfers.VertrekOverig;

    private static string NoteOf(RehearseSchooljaarResponse antwoord)
    {
        string[] parts =
        [
            CodesOf("brake", antwoord.Remmen),
            CodesOf("outside the agreement", antwoord.BuitenAfspraak),
            antwoord.OnbekendeCodes.Count == 0
                ? ""
                : $"unknown codes: {string.Join(", ", antwoord.OnbekendeCodes.Take(MostCodes))}"
                    + (antwoord.OnbekendeCodes.Count > MostCodes ? ", …" : ""),
        ];
        return string.Join("; ", parts.Where(part => part.Length > 0));
    }

    private static string CodesOf(string what, RepeatedField<Melding> meldingen) => meldingen.Count == 0
        ? ""
        : $"{what}: {string.Join(", ", meldingen.Select(m => m.Code).Distinct(StringComparer.Ordinal))}";
}
