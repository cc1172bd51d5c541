using System.Globalization;
using System.Net;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Schooljaren;

/// <summary>
/// The change of school year as one page in Dutch that needs nothing else and prints on A4. It names no person; all that comes
/// from outside is encoded.
/// </summary>
internal sealed class SchooljaarPaper
{
    private const int MostBeside = 6;
    private const int MostGroepen = 300;

    // Not of the system: a machine may have no cultures but the invariant one.
    private static readonly NumberFormatInfo Getallen = new() { NumberGroupSeparator = "." };
    private static readonly string[] Maanden =
    [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
        "december",
    ];

    private readonly Schooljaarwissel _wissel;
    private readonly Jaareinde _einde;
    private readonly DateOnly _today;

    private SchooljaarPaper(GetSchooljaarwisselResponse answer, DateOnly today) =>
        (_wissel, _einde, _today) = (answer.Schooljaarwissel, answer.Jaareinde ?? new Jaareinde(), today);

    /// <summary>The page.</summary>
    /// <param name="answer">The change of school year.</param>
    /// <param name="today">The day on which it is made.</param>
    public static string Of(GetSchooljaarwisselResponse answer, DateOnly today) =>
        new SchooljaarPaper(answer, today).ToHtml();

    private string ToHtml()
    {
        var titel = Encode($"Naar schooljaar {_wissel.Schooljaar}: {_wissel.Naam} ({_wissel.Brin})");
        string[] delen = [Stand(), Punten(), Cijfers(), Klassen(), Leerplannen(), Groepen(), Nakijken()];
        return $$"""
            <!DOCTYPE html>
            <html lang="nl">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{titel}}</title>
            <style>
            @page { size: A4; margin: 18mm; }
            body { font: 11pt/1.45 system-ui, sans-serif; color: #1a1a1a; max-width: 42em; margin: 2em auto;
              padding: 0 1em; overflow-wrap: anywhere; }
            h1 { font-size: 1.5em; line-height: 1.2; border-bottom: 3px solid #0b6e6e; padding-bottom: .4em; }
            h2 { font-size: 1.05em; margin: 0 0 .4em; color: #0b6e6e; break-after: avoid; }
            section { margin-bottom: 1.4em; }
            table { border-collapse: collapse; width: 100%; }
            thead { display: table-header-group; }
            tr { break-inside: avoid; }
            th, td { text-align: left; vertical-align: top; padding: .2em .6em .2em 0; border-bottom: 1px solid #d8e4e4; }
            th { font-weight: 600; border-bottom: 1.5px solid #0b6e6e; }
            th.n, td.n { text-align: right; font-variant-numeric: tabular-nums; padding-right: 0; padding-left: .8em;
              white-space: nowrap; }
            tr.afspraak td { color: #0b6e6e; }
            tr.afspraak td:first-child { padding-left: 1.2em; }
            ul { padding-left: 1.1em; margin: 0; }
            .lijst { border: 1px solid #0b6e6e; border-radius: 6px; padding: .8em 1em; break-inside: avoid; }
            .lijst ul { list-style: none; padding: 0; }
            .vak { display: inline-block; width: .8em; height: .8em; border: 1.5px solid #1a1a1a; margin-right: .6em; }
            .toelichting { color: #555; margin: .3em 0 0; }
            </style>
            </head>
            <body>
            <h1>{{titel}}</h1>
            {{string.Join('\n', delen.Where(deel => deel.Length > 0))}}
            </body>
            </html>
            """.ReplaceLineEndings("\n") + "\n";
    }

    private string Stand()
    {
        string[] regels =
        [
            $"Gemaakt op {Dag(_today)}. {Begin()}",
            _wissel.Voorbereid is { } stap ? $"Voorbereid op {Dag(DayOf(stap))}." : "Nog niet voorbereid.",
            _wissel.Akkoord is { } akkoord
                ? $"Akkoord gegeven op {Dag(DayOf(akkoord))}. De nachten voeren de wissel uit binnen wat hieronder is "
                    + "afgesproken; de rest wacht op een besluit."
                : "Nog geen akkoord: zonder akkoord wacht vanaf 1 augustus alles op een besluit.",
            $"Wie vertrekt, wordt gearchiveerd vanaf {Dag(_wissel.VertrekOp)}.",
        ];
        return $"<section>\n<ul>{string.Concat(regels.Select(regel => $"<li>{Encode(regel)}</li>"))}</ul>\n</section>";
    }

    private string Begin() => _wissel.DagenTotBegin switch
    {
        0 => $"Schooljaar {_wissel.Schooljaar} begint vandaag.",
        > 0 => $"Schooljaar {_wissel.Schooljaar} begint over {Aantal(_wissel.DagenTotBegin, "dag", "dagen")}.",
        _ => $"Schooljaar {_wissel.Schooljaar} is {Aantal(-_wissel.DagenTotBegin, "dag", "dagen")} geleden begonnen.",
    };

    private string Punten()
    {
        var regels = _wissel.Punten.Select(punt =>
            $"""<li><span class="vak"></span>{Encode(punt.Tekst)} {Encode($"({WieOf(punt.Actiehouder)})")}</li>""");
        return _wissel.Punten.Count == 0
            ? Section("Wat nog moet gebeuren", "<p>Niets: er hoeft nu niemand iets te doen.</p>")
            : $"""<section class="lijst"><h2>Wat nog moet gebeuren</h2><ul>{string.Join('\n', regels)}</ul></section>""";
    }

    private string Cijfers()
    {
        var maten = Wisselmaat.KnownOf(_wissel.Vestigingen);
        if (maten.Count == 0)
        {
            return "";
        }

        var totaal = _wissel.Vestigingen.Count > 1;
        var tabellen = _wissel.Vestigingen.Chunk(MostBeside).Select((naast, deel) =>
        {
            var metTotaal = totaal && (deel + 1) * MostBeside >= _wissel.Vestigingen.Count;
            var kop = naast.Select(v => $"vestiging {v.Vestiging}").Concat(metTotaal ? ["samen"] : []);
            var rijen = maten.Select(maat => Row(
                maat.IsAfspraak,
                maat.Schoolnaam,
                naast.Select(v => maat.Van(v) is { } aantal ? Getal(aantal) : "–")
                    .Concat(metTotaal ? [Getal(maat.Sum(_wissel.Vestigingen))] : [])));
            return Table("", kop, rijen);
        });
        return Section("De cijfers", string.Join("<br>\n", tabellen));
    }

    private string Klassen()
    {
        if (_wissel.Klassentabel is not { Overgangen.Count: > 0 } tabel)
        {
            return "";
        }

        var rijen = tabel.Overgangen.GroupBy(o => o.Van, StringComparer.Ordinal).Select(klas =>
        {
            var naar = klas.Select(o => $"{(o.Naar.Length == 0 ? "geen klas" : o.Naar)} ({Getal(o.Aantal)})");
            return $"<tr><td>{Encode(klas.Key.Length == 0 ? "nieuw" : klas.Key)}</td>"
                + $"<td>{Encode(string.Join(", ", naar))}</td><td class=\"n\">{Getal(klas.Sum(o => o.Aantal))}</td></tr>";
        });
        return Section(
            "Welke klas wordt welke",
            $"<table><thead><tr><th>{Encode(tabel.Van)}</th><th>{Encode(tabel.Naar)}</th><th class=\"n\">leerlingen</th></tr>"
                + $"</thead><tbody>\n{string.Join('\n', rijen)}\n</tbody></table>"
                + "<p class=\"toelichting\">Geen klas: wie vertrekt, of nog in geen klas is ingedeeld.</p>");
    }

    private string Leerplannen()
    {
        var rijen = Leerplaneinde.Of(_einde).Select(telling => Row(
            isAfspraak: false,
            telling.Soort,
            new[] { telling.Aantal, telling.GaatMee, telling.AlAanwezig, telling.ZonderTegenhanger }.Select(Getal)));
        return _einde.Leerplannen.Count == 0
            ? ""
            : Section(
                "Leerplannen die met het schooljaar eindigen",
                Table("leerplan voor een", ["aantal", "gaat mee", "is er al", "kan niet mee"], rijen)
                    + "<p class=\"toelichting\">Wat meegaat, gaat alleen mee als u het overneemt.</p>");
    }

    private string Groepen()
    {
        EindigendLeerplan[] groepen = [.. _einde.Leerplannen.Where(l => l.GroepId.Length > 0)];
        if (groepen.Length == 0)
        {
            return "";
        }

        var rijen = groepen.Take(MostGroepen).Select(groep => Row(
            isAfspraak: false,
            groep.Groep,
            [Getal(groep.LeerlingenStraks), Getal(groep.ZelfdeLeerlingen), UitkomstOf(groep.Uitkomst)]));
        var rest = groepen.Length > MostGroepen ? $" Nog {Getal(groepen.Length - MostGroepen)} groepen staan hier niet." : "";
        return Section(
            "Groepen met een eigen leerplan",
            Table("groep", ["leerlingen straks", "dezelfde als nu", "overnemen"], rijen)
                + "<p class=\"toelichting\">Een naam blijft, de leerlingen vaak niet: neem alleen over waar het nog dezelfde zijn."
                + $"{rest}</p>");
    }

    private string Nakijken()
    {
        var onbekend = _wissel.Vestigingen.Sum(v => v.Cijfers?.OnbekendeCode ?? 0);
        string[] regels =
        [
            Regel(onbekend, "heeft een opleidingscode die niemand kent", "hebben een opleidingscode die niemand kent"),
            Regel(
                _einde.LeerlingenMetSlot,
                $"heeft leerjaar, doelgroep of groepen die al voor {_wissel.Schooljaar} met de hand zijn vastgezet",
                $"hebben leerjaar, doelgroep of groepen die al voor {_wissel.Schooljaar} met de hand zijn vastgezet"),
            _einde.DocentenMetSlot == 0
                ? ""
                : $"De groepen van {Aantal(_einde.DocentenMetSlot, "docent", "docenten")} zijn al voor {_wissel.Schooljaar} met de "
                    + "hand vastgezet.",
            _wissel.Wachtend.Count == 0
                ? ""
                : $"{Aantal(_wissel.Wachtend.Count, "import wacht", "imports wachten")} op een besluit.",
        ];
        var gevuld = string.Concat(
            regels.Where(regel => regel.Length > 0).Select(regel => $"<li>{Encode(regel)}</li>"));
        return gevuld.Length == 0 ? "" : Section("Om na te kijken", $"<ul>{gevuld}</ul>");

        static string Regel(int aantal, string een, string meer) => aantal == 0
            ? ""
            : $"{Aantal(aantal, "leerling", "leerlingen")} {(aantal == 1 ? een : meer)}.";
    }

    private static string Section(string titel, string inhoud) => $"<section><h2>{Encode(titel)}</h2>\n{inhoud}\n</section>";

    private static string Table(string eerste, IEnumerable<string> kop, IEnumerable<string> rijen) =>
        $"<table><thead><tr><th>{Encode(eerste)}</th>"
            + string.Concat(kop.Select(k => $"<th class=\"n\">{Encode(k)}</th>"))
            + $"</tr></thead><tbody>\n{string.Join('\n', rijen)}\n</tbody></table>";

    private static string Row(bool isAfspraak, string naam, IEnumerable<string> cellen) =>
        $"<tr{(isAfspraak ? " class=\"afspraak\"" : "")}><td>{Encode(naam)}</td>"
            + string.Concat(cellen.Select(cel => $"<td class=\"n\">{Encode(cel)}</td>")) + "</tr>";

    private static string UitkomstOf(Overnameuitkomst uitkomst) => uitkomst switch
    {
        Overnameuitkomst.GaatMee => "gaat mee",
        Overnameuitkomst.AlAanwezig => "is er al",
        _ => "kan niet mee",
    };

    private static string WieOf(Actiehouder wie) => wie switch
    {
        Actiehouder.School => "school",
        Actiehouder.Magister => "Magister",
        Actiehouder.Kurve => "Kurve",
        _ => "niemand",
    };

    private static DateOnly DayOf(Wisselstap stap) => DateOnly.FromDateTime(stap.Time.ToDateTimeOffset().ToLocalTime().DateTime);

    private static string Dag(string dag) =>
        DateOnly.TryParseExact(dag, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var gelezen)
            ? Dag(gelezen)
            : dag;

    private static string Dag(DateOnly dag) => string.Create(
        CultureInfo.InvariantCulture, $"{dag.Day} {Maanden[dag.Month - 1]} {dag.Year}");

    private static string Getal(int aantal) => aantal.ToString("N0", Getallen);

    private static string Aantal(int aantal, string een, string meer) => $"{Getal(aantal)} {(aantal == 1 ? een : meer)}";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
