using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Importeren;

namespace Kurve.Numo.Infrastructure.Tests.Schooljaren;

/// <summary>A class as the school knows it, whatever its key and its name are today.</summary>
internal sealed class Klas(int leerjaar, string naam, string key)
{
    public int Leerjaar => leerjaar;

    public string Naam { get; set; } = naam;

    public string Key { get; set; } = key;

    /// <summary>Has another name or key today; with both nobody could tell which class it is.</summary>
    public bool IsGewijzigd { get; set; }
}

/// <summary>Where a pupil is in one school year.</summary>
internal sealed record Plaats(int Leerjaar, Klas? Klas);

/// <summary>A pupil as the school knows it; the ECK iD is the one thing that never changes.</summary>
internal sealed class Persoon(int nummer)
{
    private static readonly string[] Roepnamen = ["Sam", "Zoë", "Noor", "Yiğit", "Renée", "Bo"];

    public int Nummer => nummer;

    public EckId EckId => Keuzeschool.Leerling(nummer).EckId!.Value;

    public string Key { get; set; } = Keuzeschool.Leerling(nummer).UwlrKey!;

    public string Roepnaam { get; set; } = Roepnamen[nummer % Roepnamen.Length];

    public string Achternaam { get; set; } = $"van Verzonnen {nummer}";

    /// <summary>Null when the pupil is not at the school this year.</summary>
    public Plaats? Nu { get; set; }

    /// <summary>The same of next year.</summary>
    public Plaats? Straks { get; set; }

    /// <summary>Left out of this year's list by mistake, today.</summary>
    public bool Vermist { get; set; }

    /// <summary>Was delivered without the ECK iD last; then the key stays, or nothing would tell who it is.</summary>
    public bool IsZonderEckId { get; set; }

    /// <summary>Was at the school, and left.</summary>
    public bool Vertrokken { get; set; }
}

/// <summary>A teacher as the school knows it.</summary>
internal sealed class Leraar(int nummer)
{
    public int Nummer => nummer;

    public bool Aanwezig { get; set; } = true;

    public Klas[] Klassen { get; set; } = [];
}

/// <summary>
/// What is true at a school: who is in which class this year and next, and what they are called. Knows nothing of Numo.
/// </summary>
internal sealed class Schoolwereld
{
    private readonly bool _oneKey;
    private int _laatste;

    /// <param name="oneKey">Whether a class keeps its key over the years; else next year's have keys of their own.</param>
    public Schoolwereld(bool oneKey)
    {
        _oneKey = oneKey;
        Klassen = Build("26");
        StraksKlassen = oneKey ? Klassen : Build("27");
        foreach (var klas in Klassen)
        {
            for (var i = 0; i < 10; i++)
            {
                Create().Nu = new Plaats(klas.Leerjaar, klas);
            }
        }

        for (var n = 1; n <= 8; n++)
        {
            Leraren.Add(new Leraar(n) { Klassen = oneKey ? [Klassen[n % Klassen.Count]] : [] });
        }
    }

    public List<Persoon> Personen { get; } = [];

    public List<Leraar> Leraren { get; } = [];

    public List<Klas> Klassen { get; private set; }

    public List<Klas> StraksKlassen { get; private set; }

    public Persoon Create()
    {
        var persoon = new Persoon(++_laatste);
        Personen.Add(persoon);
        return persoon;
    }

    /// <summary>The school makes next year's lists: everybody goes up, the third year leaves, and twenty come.</summary>
    /// <param name="random">Says who stays down.</param>
    /// <param name="metKlas">Whether classes are known already.</param>
    public void PlanNextYear(Random random, bool metKlas)
    {
        foreach (var persoon in Personen.Where(p => p.Nu is not null))
        {
            persoon.Straks = GoesOn(persoon, random.Next(20) == 0);
        }

        for (var i = 0; i < 20; i++)
        {
            Create().Straks = new Plaats(1, StraksKlassen[i % 2]);
        }

        if (!metKlas)
        {
            DropClasses();
        }
    }

    /// <summary>Where somebody of now is next year; null when that is elsewhere.</summary>
    public Plaats? GoesOn(Persoon persoon, bool blijftZitten)
    {
        var leerjaar = persoon.Nu!.Leerjaar + (blijftZitten ? 0 : 1);
        return leerjaar > 3 ? null : new Plaats(leerjaar, StraksKlassen[(2 * (leerjaar - 1)) + (persoon.Nummer % 2)]);
    }

    /// <summary>Next year's lists have no classes, or not any more.</summary>
    public void DropClasses()
    {
        foreach (var persoon in Personen.Where(p => p.Straks is not null))
        {
            persoon.Straks = persoon.Straks! with { Klas = null };
        }
    }

    /// <summary>On 1 August next year is this year.</summary>
    public void BeginYear()
    {
        foreach (var persoon in Personen)
        {
            persoon.Vertrokken |= persoon.Nu is not null && persoon.Straks is null;
            (persoon.Nu, persoon.Straks) = (persoon.Straks, null);
        }

        (Klassen, StraksKlassen) = (StraksKlassen, []);
    }

    /// <summary>The class of a leerjaar that somebody comes in.</summary>
    public Klas AnyClass(int leerjaar, Random random, bool straks = false)
    {
        Klas[] klassen = [.. (straks ? StraksKlassen : Klassen).Where(k => k.Leerjaar == leerjaar)];
        return klassen[random.Next(klassen.Length)];
    }

    /// <summary>Ends a class and begins an empty one with the same leerjaar and name, but another key.</summary>
    public Klas Replace(Klas klas)
    {
        var next = new Klas(klas.Leerjaar, klas.Naam, $"{klas.Key}-opnieuw");
        Klassen[Klassen.IndexOf(klas)] = next;
        return next;
    }

    private List<Klas> Build(string jaar) =>
    [
        .. Enumerable.Range(0, 6).Select(i => $"{1 + (i / 2)}{"AB"[i % 2]}")
            .Select(naam => new Klas(naam[0] - '0', naam, _oneKey ? naam : $"{jaar}.{naam}")),
    ];
}
