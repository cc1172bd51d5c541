using Kurve.Numo.Application.Leerplannen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerplannen;

namespace Kurve.Numo.Api.Leerplannen;

internal static class LeerplanMapping
{
    public static V1.ListVaardighedenResponse ToProto(Page<Vaardigheid> page) => new()
    {
        Vaardigheden = { page.Items.Select(ToProto) },
        NextPageToken = page.Next ?? "",
    };

    public static V1.ImportVaardighedenResponse ToProto(Cataloguswijziging wijziging) => new()
    {
        Nieuw = { wijziging.Nieuw.Select(ToProto) },
        Gewijzigd = { wijziging.Gewijzigd.Select(ToProto) },
        Vervallen = { wijziging.Vervallen.Select(ToProto) },
        Verwijderd = { wijziging.Verwijderd.Select(ToProto) },
        Ongewijzigd = wijziging.Ongewijzigd,
    };

    public static V1.Leerplan ToProto(this LeerplanView leerplan) => new()
    {
        SchoolId = leerplan.SchoolId.ToString(),
        Schooljaar = leerplan.Schooljaar,
        Bereik = ToBereik(leerplan),
        Naam = leerplan.Naam,
        Keuzes = { leerplan.Keuzes.Select(k => new V1.Keuze { Vaardigheid = k.Vaardigheid, Actief = k.Actief }) },
        Streefniveaus = { leerplan.Streefniveaus.Select(ToProto) },
        AantalLeerlingen = leerplan.AantalLeerlingen,
        ActieveVaardigheden = { leerplan.ActieveVaardigheden },
        EffectieveStreefniveaus = { leerplan.EffectieveStreefniveaus.Select(ToProto) },
        Etag = Etags.Of(leerplan.Versie),
    };

    public static V1.ListLeerplannenResponse ToProto(Page<LeerplanView> page) => new()
    {
        Leerplannen = { page.Items.Select(ToProto) },
        NextPageToken = page.Next ?? "",
    };

    public static V1.Leerplaneffect ToEffect(this LeerplanwijzigingView wijziging) => new()
    {
        Vaardigheden = { wijziging.Vaardigheden },
        AantalLeerlingen = wijziging.AantalLeerlingen,
        AantalGewijzigd = wijziging.AantalGewijzigd,
    };

    public static V1.CarryOverLeerplannenResponse ToProto(OvernameView overname) => new()
    {
        VanSchooljaar = overname.Van,
        NaarSchooljaar = overname.Naar,
        Overnames =
        {
            overname.Overnames.Select(o => new V1.Overname
            {
                Soort = (V1.Leerplansoort)o.Soort,
                Overgenomen = o.Overgenomen,
                AlAanwezig = o.AlAanwezig,
                ZonderTegenhanger = o.ZonderTegenhanger,
            }),
        },
    };

    private static V1.Vaardigheid ToProto(Vaardigheid vaardigheid) => new()
    {
        Code = vaardigheid.Code,
        Naam = vaardigheid.Naam,
        Vak = (V1.Vak)vaardigheid.Vak,
        Domein = (V1.Domein)vaardigheid.Domein,
        Niveau = (V1.Niveau)vaardigheid.Niveau,
        Volgorde = vaardigheid.Volgorde,
        Voorwaarden = { vaardigheid.Voorwaarden },
        Vervallen = vaardigheid.Vervallen,
    };

    private static V1.Streefniveau ToProto(StreefniveauView streefniveau) =>
        new() { Vak = (V1.Vak)streefniveau.Vak, Niveau = (V1.Niveau)streefniveau.Niveau };

    private static V1.Leerplanbereik ToBereik(LeerplanView leerplan) => leerplan.Soort switch
    {
        Leerplansoort.Groep => new V1.Leerplanbereik { GroepId = leerplan.Id.ToString() },
        Leerplansoort.Leerling => new V1.Leerplanbereik { LeerlingId = leerplan.Id.ToString() },
        _ => new V1.Leerplanbereik
        {
            Doelgroep = EffectiefMapping.ToDoelgroep(leerplan.Opleiding, leerplan.OpleidingNaam, leerplan.Leerjaar),
        },
    };
}
