using System.Globalization;
using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Scholen;

namespace Kurve.Numo.Application.Koppelingen;

/// <summary>What a diagnosis found.</summary>
/// <param name="Controles">Its checks, in their order.</param>
/// <param name="NieuwWachtwoordWerkt">Whether it logged in with the password that follows.</param>
/// <param name="Sleutelkenmerk">The check value of Kurve's UWLR key when that was seen to work.</param>
internal sealed record Proefuitkomst(
    IReadOnlyList<Controle> Controles, bool NieuwWachtwoordWerkt, string? Sleutelkenmerk);

/// <summary>
/// The live diagnosis: the way to the web service step by step, then UWLR, then how well both fit. A failure skips what
/// it makes meaningless and nothing else: that the web service cannot be reached says nothing of the consent.
/// </summary>
internal sealed class Koppelingproef(
    Webserviceproef webservice, Uwlrproef uwlr, FetchSlots slots, IKurveInstellingen kurve, TimeProvider clock)
{
    public async Task<Proefuitkomst> RunAsync(
        School school, Koppeling koppeling, IProgress<Controle>? progress, CancellationToken ct)
    {
        using var slot = await slots.EnterAsync(FetchLane.Trials, ct);
        var verslag = new Proefverslag(clock, progress);
        var lijst = await webservice.RunAsync(koppeling, verslag, ct);
        var mensen = await uwlr.RunAsync(school, koppeling, verslag, ct);
        TestDekking(lijst, mensen, verslag);
        var keyWorks = mensen is not null && koppeling.UwlrAutorisatiesleutel is null;
        return new Proefuitkomst(
            verslag.Controles, verslag.NieuwWachtwoordWerkt, keyWorks ? kurve.Sleutelkenmerk : null);
    }

    private static void TestDekking(
        Opleidingenlijst? lijst, IReadOnlyList<Personenlijst>? mensen, Proefverslag verslag)
    {
        if (lijst is null || mensen is null)
        {
            verslag.SkipThrough<object>(Controlesoort.Dekking);
            return;
        }

        // Which opleiding a pupil follows does not matter here, only that the list knows the pupil.
        var leerlingen = mensen.SelectMany(m => m.Leerlingen).ToArray();
        if (leerlingen.Length == 0)
        {
            verslag.Warn(
                Controlesoort.Dekking,
                "GEEN_WIJZIGINGEN",
                "UWLR meldt dat er niets is gewijzigd; hoe goed de lijsten passen is nu niet te meten.",
                Actiehouder.Niemand,
                "");
            return;
        }

        var join = Koppelaar.Join(
            leerlingen, lijst.Regels, (_, leerjaar) => Vertaling.Of(Lezing.Onbekend, leerjaar));
        if (join.Error is { } error)
        {
            verslag.Fail(Controlesoort.Dekking, error);
            return;
        }

        var rapport = join.Value.Rapport;
        var kolom = rapport.Kolommen.First(k => k.Gekozen);
        verslag.Pass(
            Controlesoort.Dekking,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{kolom.Treffers} van de {rapport.Leerlingen - rapport.Afgekeurd} leerlingen die te lezen zijn "
                + $"({Math.Floor(kolom.Aandeel * 100)} %) gevonden door {kolom.Naam}."));
    }
}
