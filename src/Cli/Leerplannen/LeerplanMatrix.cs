using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Leerplannen;

/// <summary>
/// Shows vaardigheden by doelgroep. A doelgroep is a letter, explained above, so that many fit beside the names; what does
/// not fit is a matrix of its own below.
/// </summary>
internal static class LeerplanMatrix
{
    private const int Letters = 26;
    private const int RoomForNaam = 18;
    private const int Margins = 8;

    /// <summary>Writes the matrix.</summary>
    public static void Write(
        IAnsiConsole console, IReadOnlyCollection<Leerplan> doelgroepen, IReadOnlyList<Vaardigheid> vaardigheden)
    {
        if (doelgroepen.Count == 0)
        {
            Plain.Write(console, "The school has no pupils with a doelgroep. `numo import preview` brings them.");
            return;
        }

        var longestCode = vaardigheden.Select(v => v.Code.Length).Append(0).Max();
        var fitting = (console.Profile.Width - longestCode - RoomForNaam - Margins) / 2;
        foreach (var deel in doelgroepen.Chunk(Math.Clamp(fitting, 1, Letters)))
        {
            WriteLegend(console, deel);
            var kolommen = deel.Select(leerplan => new Kolom(leerplan)).ToArray();
            foreach (var vak in vaardigheden.GroupBy(v => v.Vak))
            {
                console.WriteLine(LeerplanRendering.Of(vak.Key));
                WriteVak(console, kolommen, [.. vak.Where(v => !v.Vervallen || kolommen.Any(k => k.Knows(v.Code)))]);
            }
        }

        Plain.Write(console, "  ● active by Kurve, + switched on by the school, - switched off, · not active");
    }

    private static void WriteLegend(IAnsiConsole console, Leerplan[] doelgroepen)
    {
        var table = new TextTable(
            new(""), new("doelgroep", Shrinkable: true), new("leerlingen", Right: true), new("actief", Right: true),
            new("Nederlands"), new("Engels"), new("rekenen"));
        for (var i = 0; i < doelgroepen.Length; i++)
        {
            var leerplan = doelgroepen[i];
            table.Add(
                LetterOf(i), leerplan.Naam, Words.Of(leerplan.AantalLeerlingen),
                Words.Of(leerplan.ActieveVaardigheden.Count), Streefniveau(leerplan, Vak.Nederlands),
                Streefniveau(leerplan, Vak.Engels), Streefniveau(leerplan, Vak.Rekenen));
        }

        table.Write(console);
    }

    private static void WriteVak(IAnsiConsole console, Kolom[] kolommen, IReadOnlyCollection<Vaardigheid> vaardigheden)
    {
        var table = new TextTable(
            new("code"), new("naam", Shrinkable: true), new(string.Join(' ', kolommen.Select((_, i) => LetterOf(i)))));
        foreach (var vaardigheid in vaardigheden)
        {
            table.Add(
                vaardigheid.Code, vaardigheid.Naam, string.Join(' ', kolommen.Select(k => k.SignOf(vaardigheid.Code))));
        }

        table.Write(console);
    }

    private static string LetterOf(int index) => ((char)('a' + index)).ToString();

    private static string Streefniveau(Leerplan leerplan, Vak vak) => string.Concat(
        leerplan.EffectieveStreefniveaus.Where(s => s.Vak == vak).Select(s => LeerplanRendering.Of(s.Niveau)));

    private sealed class Kolom(Leerplan leerplan)
    {
        private readonly HashSet<string> _actief = new(leerplan.ActieveVaardigheden, StringComparer.Ordinal);

        private readonly Dictionary<string, bool> _keuzes =
            leerplan.Keuzes.ToDictionary(k => k.Vaardigheid, k => k.Actief, StringComparer.Ordinal);

        public bool Knows(string code) => _keuzes.ContainsKey(code);

        public char SignOf(string code) =>
            _keuzes.TryGetValue(code, out var keuze) ? keuze ? '+' : '-'
            : _actief.Contains(code) ? '●'
            : '·';
    }
}
