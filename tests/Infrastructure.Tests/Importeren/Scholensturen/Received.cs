using System.Text;
using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Beleid;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Koppelingen.Uwlr;
using Kurve.Numo.Infrastructure.Tests.Koppelingen.Csv;

namespace Kurve.Numo.Infrastructure.Tests.Importeren.Scholensturen;

/// <summary>What became of something that a school sent.</summary>
/// <param name="Kinds">The kinds of its rows in capitals, each once; also REM for a brake and FOUT for a refusal.</param>
/// <param name="Codes">All that was said: of rows, of the run and of its brakes.</param>
internal sealed record Received(IReadOnlySet<string> Kinds, IReadOnlySet<string> Codes)
{
    private const string Kop = "rol;stamnummer;sleutel;eckid;roepnaam;achternaam;email;stamgroep;leerjaar;opleidingscode\n";

    private static readonly PersonenVerzoek Verzoek =
        new(Brin.Hydrate("99AA"), Vestigingsnummer.Hoofd, Schooljaar.Hydrate(2026));

    /// <summary>Rows of a file in which every field has its column, compared with those of an earlier file.</summary>
    public static Received Rows(string known, string rows) =>
        Of(new Csvschool().Plan(Bytes(Kop + rows), Known(Kop + known)));

    /// <summary>Rows of such a file, compared with those of an earlier file whose people left since, and who else stayed.</summary>
    public static Received RowsAfterLeaving(string left, string stayed, string rows)
    {
        var (gone, here) = (Known(Kop + left), Known(Kop + stayed));
        return Of(new Csvschool().Plan(Bytes(Kop + rows), here with
        {
            Leerlingen =
                [.. here.Leerlingen, .. gone.Leerlingen.Select(l => l with { Status = Accountstatus.Gearchiveerd })],
        }));
    }

    /// <summary>A whole file, compared with an earlier one of <see cref="Rows"/>.</summary>
    public static Received File(string known, string file) => File(known, Bytes(file));

    /// <summary>The bytes of a file, compared with an earlier one of <see cref="Rows"/>.</summary>
    public static Received File(string known, byte[] file) => Of(new Csvschool().Plan(file, Known(Kop + known)));

    /// <summary>Answers of UWLR and rows of the web service, compared with earlier ones.</summary>
    public static Received Magister((string Answer, Opleidingsregel[] Rows) known, (string Answer, Opleidingsregel[] Rows) sent) =>
        Of(Join(sent.Answer, sent.Rows).Map(aanlevering => (aanlevering, Plan(
            Accounts(Plan(Schoolstand.Leeg, Join(known.Answer, known.Rows).Value)), aanlevering))));

    /// <summary>An answer of UWLR.</summary>
    public static string Uwlr(string groepen, string leerlingen, string leerkrachten = "") =>
        "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
        + "<leerlinggegevens_antwoord xmlns=\"http://www.edustandaard.nl/leerresultaten/2/leerlinggegevens\"><leerlinggegevens>"
        + "<school><schooljaar>2026-2027</schooljaar><brincode>99AA</brincode><dependancecode>00</dependancecode></school>"
        + $"<groepen>{groepen}</groepen><leerlingen>{leerlingen}</leerlingen><leerkrachten>{leerkrachten}</leerkrachten>"
        + "</leerlinggegevens></leerlinggegevens_antwoord></soap:Body></soap:Envelope>";

    private static Result<Aanlevering> Join(string answer, Opleidingsregel[] rows) => UwlrLezer
        .Read(new MemoryStream(Bytes(answer)), Verzoek, null, CancellationToken.None)
        .Then(lijst => Samenvoeging.Merge(
            Verzoek.Schooljaar, [lijst], new Opleidingenlijst(rows, "lijst"), Csvschool.Translate));

    private static ImportPlan Plan(Schoolstand stand, Aanlevering aanlevering) => ImportPlanner.Plan(
        stand, aanlevering, new Plankader(ImportBeleid.Standaard(new SchoolId(Guid.Empty)), new DateOnly(2026, 11, 25)));

    private static Schoolstand Known(string file) => file.Length == Kop.Length
        ? Schoolstand.Leeg
        : Accounts(new Csvschool().Plan(Bytes(file)).Value.Plan);

    private static Schoolstand Accounts(ImportPlan plan) => new(
        1,
        [.. plan.Leerlingen.Select(r => new Account<LeerlingGegevens>(NewId(), Accountstatus.Actief, r.Gegevens))],
        [.. plan.Docenten.Select(r => new Account<DocentGegevens>(NewId(), Accountstatus.Actief, r.Gegevens))],
        [.. plan.Groepen.Select(g => new Groep(new GroepId(Guid.CreateVersion7()), g.Gegevens, Accountstatus.Actief))]);

    private static AccountId NewId() => new(Guid.CreateVersion7());

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static Received Of(Result<(Aanlevering Aanlevering, ImportPlan Plan)> outcome)
    {
        if (outcome.Error is { } error)
        {
            return new Received(new HashSet<string> { "FOUT" }, new HashSet<string> { error.Code });
        }

        var plan = outcome.Value.Plan;
        var kinds = plan.Leerlingen.Select(r => r.Soort).Concat(plan.Docenten.Select(r => r.Soort))
            .Select(s => s.ToString().ToUpperInvariant());
        var codes = plan.Leerlingen.SelectMany(r => r.Meldingen).Concat(plan.Docenten.SelectMany(r => r.Meldingen))
            .Concat(plan.Waarschuwingen).Concat(plan.Remmen);
        return new Received(
            kinds.Concat(plan.Remmen.Count > 0 ? ["REM"] : Array.Empty<string>()).ToHashSet(StringComparer.Ordinal),
            codes.Select(m => m.Code).ToHashSet(StringComparer.Ordinal));
    }
}
