using Kurve.Numo.Application.Leerplannen;
using Kurve.Numo.Domain.Leerplannen;

namespace Kurve.Numo.Api.Leerplannen;

/// <summary>Shows what levels amount to.</summary>
internal static class EffectiefMapping
{
    public static V1.GetEffectiveLeerplanResponse ToOne(EffectieveLeerplannenView view) => new()
    {
        Schooljaar = view.Schooljaar,
        Leerling = ToProto(view.Leerlingen[0]),
        Leerplan = ToProto(view.Profielen[0], metHerkomst: true),
    };

    public static V1.BatchGetEffectiveLeerplannenResponse ToMany(EffectieveLeerplannenView view, bool metHerkomst) =>
        new()
        {
            Schooljaar = view.Schooljaar,
            Profielen = { view.Profielen.Select(profiel => ToProto(profiel, metHerkomst)) },
            Leerlingen = { view.Leerlingen.Select(ToProto) },
            NietGevonden = { view.NietGevonden.Select(id => id.ToString()) },
        };

    public static V1.Doelgroep? ToDoelgroep(string? opleiding, string? naam, int? leerjaar) =>
        opleiding is null ? null : new V1.Doelgroep
        {
            Opleiding = opleiding,
            OpleidingNaam = naam ?? "",
            Leerjaar = leerjaar ?? 0,
        };

    private static V1.Leerlingleerplan ToProto(LeerlingleerplanView leerling) => new()
    {
        LeerlingId = leerling.LeerlingId.ToString(),
        Doelgroep = ToDoelgroep(leerling.Opleiding, leerling.OpleidingNaam, leerling.Leerjaar),
        KanStarten = leerling.Belemmeringen.Count == 0,
        Belemmeringen =
        {
            leerling.Belemmeringen.Select(b => new V1.Startbelemmering { Code = b.Code, Tekst = b.Tekst }),
        },
        Profiel = leerling.Profiel,
    };

    private static V1.EffectiefLeerplan ToProto(EffectiefLeerplan leerplan, bool metHerkomst) => new()
    {
        Vaardigheden =
        {
            leerplan.Vaardigheden.Where(v => metHerkomst || v.Actief).Select(v => new V1.EffectieveVaardigheid
            {
                Vaardigheid = v.Vaardigheid.Code,
                Actief = v.Actief,
                Uitspraken = { metHerkomst ? v.Uitspraken.Select(ToProto) : [] },
                InactieveVoorwaarden = { v.InactieveVoorwaarden },
            }),
        },
        Streefniveaus =
        {
            leerplan.Streefniveaus.Select(s => new V1.EffectiefStreefniveau
            {
                Vak = (V1.Vak)s.Vak,
                Niveau = (V1.Niveau)s.Niveau,
                Uitspraken = { metHerkomst ? s.Uitspraken.Select(ToProto) : [] },
            }),
        },
    };

    private static V1.Uitspraak ToProto(Uitspraak<bool> uitspraak) =>
        new() { Herkomst = ToProto(uitspraak.Herkomst), Actief = uitspraak.Waarde };

    private static V1.Streefniveauuitspraak ToProto(Uitspraak<Niveau> uitspraak) =>
        new() { Herkomst = ToProto(uitspraak.Herkomst), Niveau = (V1.Niveau)uitspraak.Waarde };

    private static V1.Herkomst ToProto(Herkomst herkomst) => new()
    {
        Soort = (V1.Laagsoort)herkomst.Soort,
        Naam = herkomst.Naam,
        Id = herkomst.Id?.ToString() ?? "",
    };
}
