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
        var lijsten = new List<Personenlijst>();
        if (await FetchAsync(school, koppeling, lijsten, ct) is { } error)
        {
            await FailAsync(school, koppeling, lijsten.Count, verslag, error, ct);
            return verslag.SkipThrough<IReadOnlyList<Personenlijst>>(Controlesoort.Toestemming);
        }

        verslag.Pass(Controlesoort.UwlrToegang, "UWLR kent Kurve.");
        return Judge(school, lijsten, verslag);
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

    // Adds the list of each vestiging, as far as they were delivered.
    private async Task<Error?> FetchAsync(
        School school, Koppeling koppeling, List<Personenlijst> lijsten, CancellationToken ct)
    {
        var sleutel = toegang.OpenUwlr(koppeling);
        if (!sleutel.IsOk)
        {
            return sleutel.Error;
        }

        var schooljaar = clock.CurrentSchooljaar();
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

        return null;
    }

    private async Task FailAsync(
        School school, Koppeling koppeling, int geleverd, Proefverslag verslag, Error error, CancellationToken ct)
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

        verslag.Fail(
            Controlesoort.Toestemming,
            IsRefusal(fout) ? fout with { Tekst = $"{WhatIsKnown(school, koppeling, geleverd)} {fout.Tekst}" } : fout);
    }

    // UWLR refuses a BRIN that is not the school's as it refuses one without consent; what it gave before tells them apart.
    private static string WhatIsKnown(School school, Koppeling koppeling, int geleverd) =>
        geleverd > 0
            ? $"BRIN {school.Brin} klopt: vestiging {school.Vestigingen[geleverd - 1]} wordt geleverd, vestiging "
                + $"{school.Vestigingen[geleverd]} niet. Die hoort niet bij deze BRIN, of de toestemming geldt er niet voor."
        : koppeling[Poort.Toestemming].Status is Poortstatus.Bevestigd or Poortstatus.Vervallen
            ? $"BRIN {school.Brin} klopt: Magister leverde er eerder gegevens van. De toestemming is ingetrokken of veranderd."
            : $"Magister zegt niet of BRIN {school.Brin} onjuist is of de toestemming ontbreekt: controleer eerst de BRIN.";

    private static bool IsRefusal(Bronfout fout) => fout.Code is "UWLR_AUTORISATIE_ONGELDIG" or "UWLR_TOEGANG_GEWEIGERD";

    // UWLR has one fault (and a gateway one status) for a wrong key and for no consent; what the key does for other schools tells them apart.
    private async Task<Sleutelbewijs> JudgeKeyAsync(Koppeling koppeling, Bronfout fout, CancellationToken ct) =>
        !IsRefusal(fout) ? Sleutelbewijs.DezeSleutel
        : koppeling.UwlrAutorisatiesleutel is not null ? Sleutelbewijs.Geen
        : await overzicht.FindSleutelbewijsAsync(koppeling.SchoolId, kurve.Sleutelkenmerk, ct);
}
