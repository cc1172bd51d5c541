using Kurve.Numo.Api.Koppelingen;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Importeren.Schooljaren;
using Kurve.Numo.Application.Leerplannen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren.Schooljaren;

namespace Kurve.Numo.Api.Importeren.Schooljaren;

/// <summary>Shows changes of school year.</summary>
internal static class SchooljaarMapping
{
    public static V1.GetSchooljaarwisselResponse ToProto(WisselMetEinde found)
    {
        var wissel = found.Wissel.ToProto();
        wissel.Klassentabel = found.Wissel.Klassentabel is { } tabel ? ToProto(tabel) : null;
        return new V1.GetSchooljaarwisselResponse { Schooljaarwissel = wissel, Jaareinde = ToProto(found.Einde) };
    }

    public static V1.ListSchooljaarwisselsResponse ToProto(Page<WisselView> page) => new()
    {
        Schooljaarwissels = { page.Items.Select(ToProto) },
        NextPageToken = page.Next ?? "",
    };

    public static V1.RehearseSchooljaarResponse ToProto(RepetitieView repetitie) => new()
    {
        SchoolId = repetitie.SchoolId.ToString(),
        Schooljaar = repetitie.Schooljaar,
        Afgesproken = repetitie.IsAfgesproken,
        Vestigingen =
        {
            repetitie.Vestigingen.Select(v => new V1.Repetitiecijfers { Vestiging = v.Vestiging, Cijfers = ToProto(v.Cijfers) }),
        },
        Leerlingen = ImportMapping.ToProto(repetitie.Leerlingen),
        Docenten = ImportMapping.ToProto(repetitie.Docenten),
        OnbekendeCodes = { repetitie.OnbekendeCodes },
        Remmen = { repetitie.Remmen.Select(ImportMapping.ToProto) },
        BuitenAfspraak = { repetitie.BuitenAfspraak.Select(ImportMapping.ToProto) },
        Rest = repetitie.Rest,
    };

    public static V1.Schooljaarwissel ToProto(this WisselView wissel) => new()
    {
        SchoolId = wissel.SchoolId.ToString(),
        Naam = wissel.Naam,
        Brin = wissel.Brin,
        Schooljaar = wissel.Schooljaar,
        Staat = SchooljaarEnums.Staten.ToProto(wissel.Staat),
        DagenTotBegin = wissel.DagenTotBegin,
        Voorbereid = ToProto(wissel.Voorbereid),
        Akkoord = ToProto(wissel.Akkoord),
        VertrekOp = wissel.VertrekOp.ToProto(),
        Vestigingen = { wissel.Vestigingen.Select(ToProto) },
        ImportRunId = wissel.LaatsteRun?.ToString() ?? "",
        Wachtend =
        {
            wissel.Wachtend.Select(run => new V1.WachtendeRun
            {
                ImportRunId = run.Id.ToString(),
                PlanHash = run.PlanHash,
                Remmen = { run.Remmen.Select(ImportMapping.ToProto) },
            }),
        },
        Punten =
        {
            wissel.Punten.Select(punt => new V1.Wisselpunt
            {
                Code = punt.Code,
                Tekst = punt.Tekst,
                Actiehouder = KoppelingEnums.Actiehouders.ToProto(punt.Actiehouder),
            }),
        },
        Etag = Etags.Of(wissel.Versie),
    };

    private static V1.Vestigingwissel ToProto(VestigingwisselView vestiging) => new()
    {
        Vestiging = vestiging.Vestiging,
        Staat = SchooljaarEnums.Staten.ToProto(vestiging.Staat),
        Grens = vestiging.Grens is { } grens
            ? new V1.Wisselgrens
            {
                MaxVertrek = grens.MaxVertrek,
                MaxNieuw = grens.MaxNieuw,
                MaxZonderKlas = grens.MaxZonderKlas,
                Vertrokken = grens.Vertrokken,
                KlaarTime = grens.Klaar.ToTimestamp(),
            }
            : null,
        Cijfers = vestiging.Cijfers is { } cijfers ? ToProto(cijfers) : null,
    };

    private static V1.Wisselcijfers ToProto(CijfersView cijfers) => new()
    {
        Nu = cijfers.Nu,
        VertrekExamen = cijfers.VertrekExamen,
        VertrekOverig = cijfers.VertrekOverig,
        Nieuw = cijfers.Nieuw,
        Over = cijfers.Over,
        Zitten = cijfers.Zitten,
        AndereOpleiding = cijfers.AndereOpleiding,
        ZonderKlas = cijfers.ZonderKlas,
        OnbekendeCode = cijfers.OnbekendeCode,
        DocentenNieuw = cijfers.DocentenNieuw,
        DocentenVertrek = cijfers.DocentenVertrek,
        Straks = cijfers.Straks,
    };

    private static V1.Klassentabel ToProto(KlassentabelView tabel) => new()
    {
        Van = tabel.Van,
        Naar = tabel.Naar,
        Begonnen = tabel.Begonnen,
        Overgangen = { tabel.Overgangen.Select(BeleidMapping.ToProto) },
    };

    private static V1.Wisselstap? ToProto(Wisselstap? stap) =>
        stap is null ? null : new V1.Wisselstap { Time = stap.Moment.ToTimestamp(), Door = stap.Door };

    private static V1.Jaareinde ToProto(Jaareinde einde) => new()
    {
        Leerplannen = { einde.Leerplannen.Leerplannen.Select(ToProto) },
        AantalLeerplannen = einde.Leerplannen.Totaal,
        LeerlingenMetSlot = einde.Sloten.Leerlingen.Totaal,
        DocentenMetSlot = einde.Sloten.Docenten.Totaal,
    };

    private static V1.EindigendLeerplan ToProto(EindigendLeerplan leerplan) => new()
    {
        Doelgroep = leerplan.Doelgroep ?? "",
        GroepId = leerplan.Groep?.Id.ToString() ?? "",
        Groep = leerplan.Groep is { } groep ? $"{groep.Naam} ({groep.Vestiging})" : "",
        LeerlingId = leerplan.Leerling?.ToString() ?? "",
        Actief = leerplan.Inhoud.Actief,
        Inactief = leerplan.Inhoud.Inactief,
        Leerlingen = leerplan.AantalLeerlingen,
        Uitkomst = SchooljaarEnums.Uitkomsten.ToProto(leerplan.Uitkomst),
        ZelfdeLeerlingen = leerplan.Groep?.Tegenhanger?.ZelfdeLeerlingen ?? 0,
        LeerlingenStraks = leerplan.Groep?.Tegenhanger?.AantalLeerlingen ?? 0,
    };
}
