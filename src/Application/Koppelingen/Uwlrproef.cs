using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Koppelingen;

/// <summary>The part of a diagnosis that asks UWLR for the school's people.</summary>
internal sealed class Uwlrproef(
    IPersonenbron personen,
    KoppelingToegang toegang,
    IKoppelingOverzicht overzicht,
    IKurveInstellingen kurve,
    TimeProvider clock)
{
    /// <summary>Notes the checks of UWLR; the people of each vestiging, if there are any.</summary>
    public async Task<IReadOnlyList<Personenlijst>?> RunAsync(
        School school, Koppeling koppeling, Proefverslag verslag, CancellationToken ct)
    {
        var lijsten = await FetchAsync(school, koppeling, ct);
        if (lijsten.Error is { } error)
        {
            await FailAsync(koppeling, verslag, error, ct);
            return verslag.SkipThrough<IReadOnlyList<Personenlijst>>(Controlesoort.Toestemming);
        }

        verslag.Pass(Controlesoort.UwlrToegang, "UWLR kent Kurve.");
        return Judge(school, lijsten.Value, verslag);
    }

    private static List<Personenlijst>? Judge(School school, List<Personenlijst> lijsten, Proefverslag verslag)
    {
        var leerlingen = lijsten.Sum(l => l.Leerlingen.Count);
        var afgekeurd = lijsten.Sum(l => l.Leerlingen.Count(leerling => leerling.Afkeuring is not null));
        if (leerlingen > 0)
        {
            var waarvan = afgekeurd == 0 ? "" : $", waarvan {afgekeurd} afgekeurd";
            verslag.Pass(
                Controlesoort.Toestemming, $"UWLR levert {school.Brin}; aantal leerlingen: {leerlingen}{waarvan}.");
            return lijsten;
        }

        // Who hears that nothing changed was given access; what there is to compare with came before.
        if (lijsten.Exists(l => l.Inhoud == BronInhoud.GeenWijzigingen))
        {
            verslag.Pass(
                Controlesoort.Toestemming, $"UWLR levert {school.Brin} en meldt dat er niets is gewijzigd.");
            return lijsten;
        }

        verslag.Warn(
            Controlesoort.Toestemming,
            "GEEN_GEGEVENS",
            "UWLR geeft antwoord, maar levert geen leerlingen.",
            Actiehouder.School,
            "Controleer of Magister dit schooljaar leerlingen heeft en of de vestigingen in Numo kloppen.");
        return null;
    }

    private async Task<Result<List<Personenlijst>>> FetchAsync(School school, Koppeling koppeling, CancellationToken ct)
    {
        var sleutel = toegang.OpenUwlr(koppeling);
        if (!sleutel.IsOk)
        {
            return sleutel.Error;
        }

        var schooljaar = clock.CurrentSchooljaar();
        var lijsten = new List<Personenlijst>();
        foreach (var vestiging in school.Vestigingen)
        {
            var verzoek = new PersonenVerzoek(
                school.Brin, vestiging, schooljaar, koppeling.UwlrEndpoint, sleutel.Value, Geduldig: false);
            var answer = await personen.FetchAsync(verzoek, progress: null, ct);
            if (!answer.IsOk)
            {
                return answer.Error;
            }

            lijsten.Add(answer.Value);
        }

        return lijsten;
    }

    private async Task FailAsync(Koppeling koppeling, Proefverslag verslag, Error error, CancellationToken ct)
    {
        if (error is not Bronfout { Fase: Bronfase.Toestemming } fout)
        {
            verslag.Fail(Controlesoort.UwlrToegang, error);
            return;
        }

        var bewijs = await JudgeKeyAsync(koppeling, fout, ct);
        if (bewijs == Sleutelbewijs.AndereSleutel)
        {
            verslag.Fail(Controlesoort.UwlrToegang, fout with
            {
                Code = "UWLR_SLEUTEL_ONGELDIG",
                Actiehouder = Actiehouder.Kurve,
                Tekst = "UWLR weigert de sleutel van Kurve, die voor geen enkele school meer werkt. Controleer "
                    + "Numo:Uwlr:Autorisatiesleutel.",
            });
            return;
        }

        if (bewijs == Sleutelbewijs.DezeSleutel)
        {
            verslag.Pass(Controlesoort.UwlrToegang, "UWLR kent Kurve.");
        }
        else
        {
            verslag.Warn(
                Controlesoort.UwlrToegang,
                "SLEUTEL_OF_TOESTEMMING",
                "UWLR weigert; deze sleutel is nog voor geen andere school gebruikt.",
                Actiehouder.Kurve,
                "Controleer de autorisatiesleutel als de school al toestemming gaf.");
        }

        verslag.Fail(Controlesoort.Toestemming, fout);
    }

    // UWLR has one fault (and a gateway one status) for a wrong key and for no consent; what the key does for other schools tells them apart.
    private async Task<Sleutelbewijs> JudgeKeyAsync(Koppeling koppeling, Bronfout fout, CancellationToken ct) =>
        fout.Code is not ("UWLR_AUTORISATIE_ONGELDIG" or "UWLR_TOEGANG_GEWEIGERD") ? Sleutelbewijs.DezeSleutel
        : koppeling.UwlrAutorisatiesleutel is not null ? Sleutelbewijs.Geen
        : await overzicht.FindSleutelbewijsAsync(koppeling.SchoolId, kurve.Sleutelkenmerk, ct);
}
