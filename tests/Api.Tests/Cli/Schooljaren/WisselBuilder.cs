using Google.Protobuf.WellKnownTypes;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Cli.Schooljaren;

/// <summary>Changes of school year as the API tells of them.</summary>
internal static class WisselBuilder
{
    public static readonly DateTimeOffset InJune = new(2027, 6, 1, 10, 0, 0, TimeSpan.Zero);

    public static Schooljaarwissel Wissel(Wisselstaat staat, params string[] vestigingen)
    {
        var wissel = new Schooljaarwissel
        {
            SchoolId = RunBuilder.SchoolId,
            Naam = "De Linde",
            Brin = "99XY",
            Schooljaar = "2027-2028",
            Staat = staat,
            DagenTotBegin = 61,
            VertrekOp = "2027-08-01",
            Etag = "3",
            Voorbereid = staat == Wisselstaat.Open ? null : Stap("school"),
            Akkoord = staat == Wisselstaat.Akkoord ? Stap("directie") : null,
        };
        foreach (var vestiging in vestigingen.DefaultIfEmpty("00"))
        {
            wissel.Vestigingen.Add(new Vestigingwissel
            {
                Vestiging = vestiging,
                Staat = staat,
                Cijfers = staat == Wisselstaat.Open ? null : Cijfers(),
                Grens = staat == Wisselstaat.Akkoord ? Grens(150) : null,
            });
        }

        return wissel;
    }

    public static Wisselcijfers Cijfers() => new()
    {
        Nu = 812,
        VertrekExamen = 121,
        VertrekOverig = 13,
        Nieuw = 144,
        Over = 600,
        Zitten = 31,
        AndereOpleiding = 17,
        ZonderKlas = 6,
        OnbekendeCode = 8,
        DocentenNieuw = 4,
        DocentenVertrek = 3,
        Straks = 823,
    };

    public static Wisselgrens Grens(int maxVertrek) =>
        new() { MaxVertrek = maxVertrek, MaxNieuw = 160, MaxZonderKlas = 0 };

    public static Wisselstap Stap(string door) => new() { Time = Timestamp.FromDateTimeOffset(InJune), Door = door };

    public static WachtendeRun Waiting() => new()
    {
        ImportRunId = RunBuilder.RunId,
        PlanHash = RunBuilder.PlanHash,
        Remmen = { new Melding { Code = "BUITEN_AFSPRAAK", Tekst = "Er vertrekken 180 leerlingen; afgesproken is 150." } },
    };

    public static Klassentabel Klassen() => new()
    {
        Van = "2026-2027",
        Naar = "2027-2028",
        Overgangen =
        {
            new Klasovergang { Van = "<b>1A</b>", Naar = "2A", Aantal = 24 },
            new Klasovergang { Van = "<b>1A</b>", Naar = "", Aantal = 2 },
            new Klasovergang { Van = "", Naar = "1A", Aantal = 27 },
        },
    };

    public static Jaareinde Einde() => new()
    {
        AantalLeerplannen = 3,
        LeerlingenMetSlot = 2,
        DocentenMetSlot = 1,
        Leerplannen =
        {
            new EindigendLeerplan { Doelgroep = "havo 3", Leerlingen = 88, Uitkomst = Overnameuitkomst.GaatMee },
            new EindigendLeerplan
            {
                GroepId = RunBuilder.RunId,
                Groep = "H3a (00)",
                Leerlingen = 25,
                Uitkomst = Overnameuitkomst.GaatMee,
                ZelfdeLeerlingen = 3,
                LeerlingenStraks = 26,
            },
            new EindigendLeerplan
            {
                LeerlingId = RunBuilder.RunId,
                Leerlingen = 1,
                Uitkomst = Overnameuitkomst.GeenTegenhanger,
            },
        },
    };

    public static Wisselpunt Punt(string code, string tekst) =>
        new() { Code = code, Tekst = tekst, Actiehouder = Actiehouder.School };
}
