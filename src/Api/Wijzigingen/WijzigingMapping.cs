using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Application.Wijzigingen;
using Kurve.Numo.Domain.Wijzigingen;

namespace Kurve.Numo.Api.Wijzigingen;

/// <summary>Shows messages.</summary>
internal static class WijzigingMapping
{
    public static V1.Berichtinstelling ToProto(this BerichtinstellingView instelling) => new()
    {
        SchoolId = instelling.SchoolId.ToString(),
        Aan = instelling.Aan,
        Soorten = { instelling.Soorten.Select(WijzigingEnums.Soorten.ToProto) },
        Adressen = { instelling.Adressen.Select(ToProto) },
        Webhook = instelling.Webhook is { } webhook ? ToProto(webhook) : null,
        Uur = instelling.Uur,
        GeheimTime = instelling.GeheimSinds.ToTimestamp(),
        VorigGeheimVervaltTime = instelling.VorigGeheimTot.ToTimestamp(),
        Door = instelling.Door ?? "",
        UpdateTime = instelling.Gewijzigd.ToTimestamp(),
        Etag = Etags.Of(instelling.Versie),
    };

    public static V1.TestBerichtResponse ToProto(IReadOnlyList<Testuitslag> uitslagen) => new()
    {
        Uitslagen =
        {
            uitslagen.Select(uitslag => new V1.Testuitslag
            {
                Kanaal = WijzigingEnums.Kanalen.ToProto(uitslag.Kanaal),
                Adres = uitslag.Adres,
                BerichtId = uitslag.BerichtId.ToString(),
                Fout = ToProto(uitslag.Fout),
            }),
        },
    };

    public static V1.ListBerichtenResponse ToProto(Page<BerichtView> page) => new()
    {
        Berichten = { page.Items.Select(ToProto) },
        NextPageToken = page.Next ?? "",
    };

    private static V1.Bericht ToProto(BerichtView bericht) => new()
    {
        Id = bericht.Id.ToString(),
        Kanaal = WijzigingEnums.Kanalen.ToProto(bericht.Kanaal),
        Adres = bericht.Adres,
        Staat = WijzigingEnums.Staten.ToProto(bericht.Staat),
        CreateTime = bericht.Gemaakt.ToTimestamp(),
        Pogingen = bericht.Pogingen,
        EndTime = bericht.Beeindigd.ToTimestamp(),
        VolgendeTime = bericht.Volgende.ToTimestamp(),
        Fout = ToProto(bericht.Fout),
        Aanleidingen = { bericht.Aanleidingen.Select(ToProto) },
    };

    private static V1.Aanleiding ToProto(Aanleiding aanleiding) => new()
    {
        Soort = WijzigingEnums.Soorten.ToProto(aanleiding.Soort),
        Onderwerp = aanleiding.Onderwerp,
        CreateTime = aanleiding.Moment.ToTimestamp(),
        Redenen =
        {
            aanleiding.Redenen.Select(r => new V1.Berichtreden { Code = r.Code, Tekst = r.Tekst, Aantal = r.Aantal }),
        },
        Aantallen = { aanleiding.Tellingen.ToDictionary(t => t.Naam, t => t.Aantal, StringComparer.Ordinal) },
        Actiehouder = aanleiding.Actiehouder,
    };

    private static V1.Berichtadres ToProto(BerichtadresView adres) => new()
    {
        Adres = adres.Adres,
        LaatsteDag = adres.LaatsteDag?.ToProto() ?? "",
        Mislukt = adres.Mislukt,
        Fout = ToProto(adres.Fout),
        FoutTime = adres.FoutMoment.ToTimestamp(),
        NietVoorTime = adres.NietVoor.ToTimestamp(),
    };

    private static V1.Berichtfout? ToProto(Berichtfout? fout) =>
        fout is null ? null : new V1.Berichtfout { Code = fout.Code, Tekst = fout.Tekst };
}
