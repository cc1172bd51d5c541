using System.Text;
using Kurve.Numo.Domain.Importeren;

namespace Kurve.Numo.Infrastructure.Tests.Importeren.Scholensturen;

/// <summary>What schools really send, each by the name that docs/wat-scholen-sturen.md gives it.</summary>
internal static class Cases
{
    private const string Noor = "leerling;001001;;;Noor;Fictief;;1A;1;H1\n";
    private const string Sem = "leerling;001002;;;Sem;Verzonnen;;1A;1;H1\n";
    private const string Bep = "docent;;BEP;;Bep;Jansen;bep@voorbeeld.invalid;;;\n";

    /// <summary>Every case with what becomes of it.</summary>
    public static IReadOnlyDictionary<string, Func<Received>> All { get; } =
        People().Concat(Values()).Concat(Files()).Concat(Magister())
            .ToDictionary(c => c.Name, c => c.Receive, StringComparer.Ordinal);

    private static IEnumerable<(string Name, Func<Received> Receive)> People() =>
    [
        ("A number that was Noor Fictief's comes with Karim el Verzonnen", () => Rows(Noor, "leerling;001001;;;Karim;el Verzonnen;;2C;2;H2\n")),
        ("Noor Fictief is called Noor Verzonnen", () => Rows(Noor, "leerling;001001;;;Noor;Verzonnen;;1A;1;H1\n")),
        ("Noor Fictief left, and comes back with another number", () => Received.RowsAfterLeaving(
            Noor, Sem, Sem + Noor.Replace("001001", "002002", StringComparison.Ordinal))),
        ("Noor and Sem have each other's numbers", () => Rows(
            Noor + Sem, "leerling;001002;;;Noor;Fictief;;1A;1;H1\nleerling;001001;;;Sem;Verzonnen;;1A;1;H1\n")),
        ("A brother and a sister have each other's numbers", () => Rows(
            Noor + Noor.Replace("001001", "001002", StringComparison.Ordinal).Replace("Noor", "Sem", StringComparison.Ordinal),
            "leerling;001002;;;Noor;Fictief;;1A;1;H1\nleerling;001001;;;Sem;Fictief;;1A;1;H1\n")),
        ("All rows of a class moved by one", () => Rows(Class(0), Class(1))),
        ("A docent has another code and the same e-mail", () => Rows(Bep, "docent;;JAN;;Bep;de Wit;bep@voorbeeld.invalid;;;\n")),
        ("A docent's code is in another case", () => Rows(Bep, "docent;;bep;;Bep;Jansen;bep@voorbeeld.invalid;;;\n")),
        ("Another docent has the e-mail of one who left", () => Rows(Bep, "docent;;VIS;;Karel;Visser;bep@voorbeeld.invalid;;;\n")),
        ("A docent without a number, with an e-mail", () => Rows("", "docent;;;;Bep;Jansen;bep@voorbeeld.invalid;;;\n")),
        ("Several pupils with number `99999` and keys of their own", () => Rows(
            "", "leerling;99999;L1;;Noor;Fictief;;1A;1;H1\nleerling;99999;L2;;Sem;Verzonnen;;1A;1;H1\n")),
        ("Several pupils with number `n.v.t.` and keys of their own", () => Rows(
            "", "leerling;n.v.t.;L1;;Noor;Fictief;;1A;1;H1\nleerling;n.v.t.;L2;;Sem;Verzonnen;;1A;1;H1\n")),
        ("Several pupils with one number and no other key", () => Rows(
            Noor + Sem, "leerling;99999;;;Noor;Fictief;;1A;1;H1\nleerling;99999;;;Sem;Verzonnen;;1A;1;H1\n")),
        ("More than 10 and 10 % of the pupils lose their class", () => Rows(Class(0), Class(0).Replace(";1A;", ";;", StringComparison.Ordinal))),
        ("The file of next year, for this year", () => Rows(Class(0), Class(0).Replace(";1A;1;H1", ";2A;2;H2", StringComparison.Ordinal))),
    ];

    private static IEnumerable<(string Name, Func<Received> Receive)> Values() =>
    [
        ("`No<U+200B>or` with a zero-width space, and `<BOM>001001`", () => Rows(Noor, Noor.Replace("Noor", "No\u200Bor", StringComparison.Ordinal).Replace("001001", "\uFEFF001001", StringComparison.Ordinal))),
        ("`Zoë` with the accent as a character of its own", () => Rows(
            Noor.Replace("Noor", "Zoë", StringComparison.Ordinal), Noor.Replace("Noor", "Zoe\u0308", StringComparison.Ordinal))),
        ("`Yi?it` for Yiğit", () => Rows(Noor.Replace("Noor", "Yiğit", StringComparison.Ordinal), Noor.Replace("Noor", "Yi?it", StringComparison.Ordinal))),
        ("`ZoÃ«` for Zoë", () => Rows(Noor.Replace("Noor", "Zoë", StringComparison.Ordinal), Noor.Replace("Noor", "ZoÃ«", StringComparison.Ordinal))),
        ("`O&#039;Hara` for O'Hara", () => Rows(Noor.Replace("Fictief", "O'Hara", StringComparison.Ordinal), Noor.Replace("Fictief", "\"O&#039;Hara\"", StringComparison.Ordinal))),
        ("`Andr&eacute;` or `O&#039;Hara` in a file with `;` between fields", () => Rows(
            Noor.Replace("Noor", "André", StringComparison.Ordinal).Replace("Fictief", "O'Hara", StringComparison.Ordinal),
            Noor.Replace("Noor", "Andr&eacute;", StringComparison.Ordinal).Replace("Fictief", "O&#039;Hara", StringComparison.Ordinal))),
        ("E-mail `mailto:bep@voorbeeld.invalid` or `Bep <bep@voorbeeld.invalid>`", () => Rows(Bep, "docent;;BEP;;Bep;Jansen;Bep <bep@voorbeeld.invalid>;;;\n")),
        ("E-mail `a@x.invalid; b@y.invalid` or `x@y@z`", () => Rows(Bep, "docent;;BEP;;Bep;Jansen;x@y@z;;;\n")),
        ("Role `leelring`", () => Rows(Noor, Noor.Replace("leerling", "leelring", StringComparison.Ordinal))),
        ("Role `Leraar LB`", () => Rows(Bep, Bep.Replace("docent;", "Leraar LB;", StringComparison.Ordinal))),
        ("Status `withdrawn`, `uitstroom` or `oud-leerling`", () => File(Noor + Sem, "stamnummer;roepnaam;achternaam;status\n001001;Noor;Fictief;oud-leerling\n001002;Sem;Verzonnen;actief\n")),
        ("Status `misschien`", () => File(Noor, "stamnummer;roepnaam;achternaam;status\n001001;Noor;Fictief;misschien\n")),
        ("End date `30-12-1899` or `00-00-0000`", () => File(Noor, "stamnummer;roepnaam;achternaam;einddatum\n001001;Noor;Fictief;30-12-1899\n")),
        ("A start date in the future", () => File(Noor, "stamnummer;roepnaam;achternaam;begindatum\n001001;Noor;Fictief;\n001009;Sam;Nieuw;1-2-2027\n")),
        ("Two rows of one pupil, of two school years", () => File(Noor, "stamnummer;roepnaam;achternaam;schooljaar\n001001;Noor;Fictief;2026-2027\n001001;Noor;Fictief;2027-2028\n")),
        ("A file with rows of next year alone", () => File(Noor, "stamnummer;roepnaam;achternaam;schooljaar\n001001;Noor;Fictief;2027-2028\n")),
        ("Numbers `'001001` and `’001001`", () => Rows(Noor, Noor.Replace("001001", "’001001", StringComparison.Ordinal))),
        ("Number `123.001` or `9,001`", () => Rows(Noor.Replace("001001", "123001", StringComparison.Ordinal), Noor.Replace("001001", "123.001", StringComparison.Ordinal))),
        ("Class `3 april`, `03. Apr` or `mrt-04`", () => Rows(Noor, Noor.Replace("1A", "3 april", StringComparison.Ordinal))),
        ("Class `-`, `n.v.t.` or `(leeg)`", () => Rows(Noor, Noor.Replace("1A", "n.v.t.", StringComparison.Ordinal))),
        ("A surname of more than 200 characters", () => Rows("", Noor.Replace("Fictief", new string('a', 201), StringComparison.Ordinal))),
        ("No opleiding filled in", () => Rows(Noor, Noor.Replace("H1", "", StringComparison.Ordinal))),
    ];

    private static IEnumerable<(string Name, Func<Received> Receive)> Files() =>
    [
        ("A file in windows-1252, Mac Roman or cp850", () => File(
            "leerling;001001;;;Zoë;Fictief;;1A;1;H1\nleerling;001002;;;André;Verzonnen;;1A;1;H1\n",
            CodePagesEncodingProvider.Instance.GetEncoding(10000)!.GetBytes(
                "stamnummer;roepnaam;achternaam\n001001;Zoë;Fictief\n001002;André;Verzonnen\n"))),
        ("`;` between fields and many `,` in one", () => File(
            Noor, "stamnummer;roepnaam;achternaam;stamgroep;groepen\n001001;Noor;Fictief;1A;\"wis1,ned1,eng1,gs1,ak1,bi1\"\n")),
        ("`Totaal` and `Afgedrukt op` below the list", () => File(
            Noor, "stamnummer;roepnaam;achternaam\n001001;Noor;Fictief\nTotaal;1;\nAfgedrukt op 1-11-2026;;\n")),
        ("Columns `voornaam` and `roepnaam`", () => File(Noor, "stamnummer;voornaam;roepnaam;achternaam\n001001;Noortje;Noor;Fictief\n")),
        ("Names of columns of OneRoster, School Data Sync or Moodle", () => File(
            "", "sourcedId,enabledUser,givenName,familyName,role,grades\nL1,true,Noor,Fictief,student,1\n")),
    ];

    private static IEnumerable<(string Name, Func<Received> Receive)> Magister()
    {
        const string Groep = "<groep key='G1'><naam>1A</naam></groep>";
        const string Pupil = "<leerling key='1'><achternaam>Fictief</achternaam><roepnaam>Noor</roepnaam><jaargroep>13</jaargroep>"
            + "<groep key='G1'/></leerling>";
        var known = (Received.Uwlr(Groep, Pupil), new[] { Row("H3") });
        return
        [
            ("UWLR: `&#x1F;`, `&nbsp;` or a loose `&` in a name", () => Received.Magister(
                known, (Received.Uwlr(Groep, Pupil.Replace("Noor", "No&#x1F;or", StringComparison.Ordinal)), [Row("H3")]))),
            ("UWLR: `eckid=\"onbekend\"`", () => Received.Magister(
                known, (Received.Uwlr(Groep, Pupil.Replace("key='1'", "key='1' eckid='onbekend'", StringComparison.Ordinal)), [Row("H3")]))),
            ("UWLR: class 1A has another key", () => Received.Magister(
                known,
                (Received.Uwlr(Groep, Pupil).Replace("G1", "G9", StringComparison.Ordinal), [Row("H3")]))),
            ("UWLR: a pupil is in a groep that the answer does not list", () => Received.Magister(
                known,
                (Received.Uwlr("<groep key='G2'><naam>1B</naam></groep>", Pupil + Pupil.Replace("key='1'", "key='2'", StringComparison.Ordinal)
                    .Replace("Noor", "Sem", StringComparison.Ordinal).Replace("Fictief", "Verzonnen", StringComparison.Ordinal)
                    .Replace("G1", "G2", StringComparison.Ordinal)), [Row("H3"), Row("H3") with { ExterneId = "2", Stamnummer = "000002" }]))),
            ("UWLR: `<groepen/>` is empty", () => Received.Magister(known, (Received.Uwlr("", Pupil), [Row("H3")]))),
            ("KurveLeerlingData: an empty `<opleidingscode/>`", () => Received.Magister(known, (known.Item1, [Row(null)]))),
            ("KurveLeerlingData: rows `V3` and `H3` of one pupil, who has havo 3", () => Received.Magister(
                known, (known.Item1, [Row("V3"), Row("H3")]))),
            ("KurveLeerlingData: rows `M3` and `HV2` of a pupil in leerjaar 3", () => Received.Magister(
                (known.Item1, [Row("M3")]), (known.Item1, [Row("HV2"), Row("M3")]))),
            ("KurveLeerlingData: rows `V3` and `M3` of one pupil, who has havo 3", () => Received.Magister(
                known, (known.Item1, [Row("V3"), Row("M3")]))),
            ("KurveLeerlingData: `stamnr` 1 for 000001", () => Received.Magister(
                (known.Item1, [Row("H3") with { Stamnummer = "000001" }]), (known.Item1, [Row("H3") with { Stamnummer = "1" }]))),
            ("KurveLeerlingData: the list is empty", () => Received.Magister(known, (known.Item1, []))),
        ];

        static Opleidingsregel Row(string? code) => new(null, "1", code, "000001");
    }

    /// <summary>Twenty pupils of one class; moved, each has the number of the one before.</summary>
    private static string Class(int moved)
    {
        string[] roepnamen = ["Noor", "Sem", "Daan", "Lotte", "Fleur", "Karim", "Yusuf", "Bram", "Tess", "Milan"];
        string[] achternamen = ["Fictief", "Verzonnen", "Bakker", "Jansen", "Dijkstra", "Smit", "Visser", "Meijer", "Mulder", "Peters"];
        return string.Concat(Enumerable.Range(0, 20).Select(i =>
        {
            var who = (i + moved) % 20;
            return $"leerling;{2000 + i};;;{roepnamen[who % 10]}{(who < 10 ? "" : "-Jip")};"
                + $"{achternamen[(who * 3) % 10]};;1A;1;H1\n";
        }));
    }

    private static Received Rows(string known, string rows) => Received.Rows(known, rows);

    private static Received File(string known, string file) => Received.File(known, file);

    private static Received File(string known, byte[] file) => Received.File(known, file);
}
