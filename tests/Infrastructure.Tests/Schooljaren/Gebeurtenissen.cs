namespace Kurve.Numo.Infrastructure.Tests.Schooljaren;

/// <summary>
/// What happens to people and classes of a school on a day, by chance. Says what it did, for who reads a failure.
/// </summary>
internal sealed class Gebeurtenissen(Schoolwereld wereld, Random random)
{
    private Klas? _replaced;

    private IEnumerable<Persoon> Aanwezig => wereld.Personen.Where(p => p.Nu is not null && !p.Vermist);

    private IEnumerable<Persoon> Vertrokken =>
        wereld.Personen.Where(p => p is { Vertrokken: true, Nu: null, Straks: null });

    private IEnumerable<Persoon> Nieuwkomers =>
        wereld.Personen.Where(p => p is { Nu: null, Straks: not null, Vertrokken: false });

    private bool HasNextYear => wereld.Personen.Exists(p => p.Straks is not null);

    /// <summary>Something of this year.</summary>
    public string Now() => random.Next(12) switch
    {
        0 or 1 => Join(),
        2 or 3 => Leave(),
        4 => Return(),
        5 => Rename(),
        6 => ChangeKey(),
        7 => Move(),
        8 => RenameClass(),
        9 => RekeyClass(),
        10 => Miss(),
        _ => ChangeLeraar(),
    };

    /// <summary>Something of next year, before it begins.</summary>
    public string Next() => random.Next(8) switch
    {
        0 or 1 => JoinNextYear(),
        2 => Withdraw(),
        3 => MoveNextYear(),
        4 => StayDown(),
        5 => ReturnNextYear(),
        6 => StartEarly(),
        _ => RenameNewcomer(),
    };

    public string JoinNextYear()
    {
        var persoon = wereld.Create();
        persoon.Straks = PlaceNextYear(1 + random.Next(3));
        return $"{persoon.Nummer} comes next year";
    }

    public string Join()
    {
        var leerjaar = 1 + random.Next(3);
        var persoon = wereld.Create();
        Place(persoon, leerjaar);
        return $"{persoon.Nummer} joins in {persoon.Nu!.Klas?.Naam}";
    }

    public string Leave() => Any(Aanwezig, persoon =>
    {
        (persoon.Nu, persoon.Straks, persoon.Vertrokken) = (null, null, true);
        return $"{persoon.Nummer} leaves";
    });

    public string Return() => Any(Vertrokken, persoon =>
    {
        persoon.Vertrokken = false;
        Place(persoon, 1 + random.Next(3));
        return $"{persoon.Nummer} comes back in {persoon.Nu!.Klas?.Naam}";
    });

    public string Rename() => Any(Aanwezig, persoon => Rename(persoon));

    /// <summary>Puts some pupils into the other class of their leerjaar.</summary>
    public string Regroup(double share)
    {
        Persoon[] movers = [.. Aanwezig.Where(_ => random.NextDouble() < share)];
        foreach (var persoon in movers)
        {
            var nu = persoon.Nu!;
            persoon.Nu = nu with { Klas = wereld.Klassen.First(k => k.Leerjaar == nu.Leerjaar && k != nu.Klas) };
        }

        return $"{movers.Length} are regrouped";
    }

    /// <summary>A class ends, and its name comes back for another one, with pupils of both.</summary>
    public string ReplaceClass()
    {
        var klas = wereld.Klassen[random.Next(wereld.Klassen.Count)];
        var other = wereld.Klassen.First(k => k.Leerjaar == klas.Leerjaar && k != klas);
        foreach (var persoon in Aanwezig.Where(p => p.Nu!.Klas == klas))
        {
            persoon.Nu = persoon.Nu! with { Klas = other };
        }

        foreach (var leraar in wereld.Leraren.Where(l => l.Klassen.Contains(klas)))
        {
            leraar.Klassen = [other];
        }

        _replaced = wereld.Replace(klas);
        return $"class {klas.Naam} ends";
    }

    /// <summary>Pupils come into the class whose name came back.</summary>
    public string FillReplaced()
    {
        Persoon[] movers = [.. Aanwezig.Where(p => p.Nu!.Leerjaar == _replaced!.Leerjaar && p.Nummer % 3 == 0)];
        foreach (var persoon in movers)
        {
            persoon.Nu = persoon.Nu! with { Klas = _replaced };
        }

        return $"{movers.Length} come into a new class {_replaced!.Naam}";
    }

    /// <summary>Gives this year's pupils without a class one.</summary>
    public string GiveClasses(Func<Persoon, bool> whom)
    {
        foreach (var persoon in Aanwezig.Where(p => p.Nu!.Klas is null).Where(whom))
        {
            persoon.Nu = persoon.Nu! with { Klas = wereld.AnyClass(persoon.Nu.Leerjaar, random) };
        }

        return "classes come";
    }

    private string Rename(Persoon persoon)
    {
        (persoon.Roepnaam, persoon.Achternaam) = random.Next(2) == 0
            ? ($"{persoon.Roepnaam}-Bo", persoon.Achternaam)
            : (persoon.Roepnaam, $"{persoon.Achternaam}-Fictief");
        return $"{persoon.Nummer} is called {persoon.Roepnaam} {persoon.Achternaam}";
    }

    private string ChangeKey() => Any(Aanwezig.Where(p => !p.IsZonderEckId), persoon =>
    {
        persoon.Key = $"{int.Parse(persoon.Key, System.Globalization.CultureInfo.InvariantCulture) + 20_000}";
        return $"{persoon.Nummer} gets key {persoon.Key}";
    });

    private string Move() => Any(Aanwezig.Where(p => p.Nu!.Klas is not null), persoon =>
    {
        persoon.Nu = persoon.Nu! with { Klas = wereld.AnyClass(persoon.Nu.Leerjaar, random) };
        return $"{persoon.Nummer} moves to {persoon.Nu.Klas?.Naam}";
    });

    private string RenameClass()
    {
        var klas = AnyClass();
        var old = klas.Naam;
        klas.IsGewijzigd = true;
        klas.Naam = old.EndsWith('+') ? old.TrimEnd('+') : $"{old}+";
        return $"class {old} is called {klas.Naam}";
    }

    private string RekeyClass()
    {
        var klas = AnyClass();
        klas.IsGewijzigd = true;
        klas.Key = $"{klas.Key}x";
        return $"class {klas.Naam} gets key {klas.Key}";
    }

    private string Miss() => Any(Aanwezig, persoon =>
    {
        persoon.Vermist = true;
        return $"{persoon.Nummer} is missing today";
    });

    public string ChangeLeraar()
    {
        var leraar = wereld.Leraren[random.Next(wereld.Leraren.Count)];
        if (random.Next(2) == 0)
        {
            leraar.Aanwezig = !leraar.Aanwezig;
            return $"teacher {leraar.Nummer} {(leraar.Aanwezig ? "comes back" : "leaves")}";
        }

        var next = new Leraar(wereld.Leraren.Count + 1) { Klassen = leraar.Klassen };
        wereld.Leraren.Add(next);
        return $"teacher {next.Nummer} joins";
    }

    public string Withdraw() => Any(Nieuwkomers, persoon =>
    {
        persoon.Straks = null;
        return $"{persoon.Nummer} does not come next year";
    });

    public string MoveNextYear() => Any(wereld.Personen.Where(p => p.Straks?.Klas is not null), persoon =>
    {
        persoon.Straks = PlaceNextYear(persoon.Straks!.Leerjaar);
        return $"{persoon.Nummer} is in {persoon.Straks.Klas?.Naam} next year";
    });

    private string StayDown() => Any(Aanwezig.Where(p => p.Straks is not null), persoon =>
    {
        persoon.Straks = PlaceNextYear(persoon.Nu!.Leerjaar);
        return $"{persoon.Nummer} stays down";
    });

    private string ReturnNextYear() => Any(Vertrokken, persoon =>
    {
        persoon.Straks = PlaceNextYear(1 + random.Next(3));
        return $"{persoon.Nummer}, who left, comes back next year";
    });

    private string StartEarly() => Any(Nieuwkomers, persoon =>
    {
        persoon.Nu = new Plaats(1, wereld.AnyClass(1, random));
        return $"{persoon.Nummer}, who comes next year, starts now in {persoon.Nu.Klas?.Naam}";
    });

    private string RenameNewcomer() => Any(Nieuwkomers, persoon => Rename(persoon));

    private void Place(Persoon persoon, int leerjaar)
    {
        persoon.Nu = new Plaats(leerjaar, wereld.AnyClass(leerjaar, random));
        if (HasNextYear && leerjaar < 3)
        {
            persoon.Straks = PlaceNextYear(leerjaar + 1);
        }
    }

    // Without a class, as long as nobody of next year has one.
    private Plaats PlaceNextYear(int leerjaar) => new(
        leerjaar,
        wereld.Personen.Exists(p => p.Straks?.Klas is not null) ? wereld.AnyClass(leerjaar, random, straks: true) : null);

    private Klas AnyClass()
    {
        Klas[] klassen = [.. wereld.Klassen.Where(k => !k.IsGewijzigd)];
        return klassen[random.Next(klassen.Length)];
    }

    private string Any(IEnumerable<Persoon> who, Func<Persoon, string> change)
    {
        Persoon[] persons = [.. who];
        return persons.Length == 0 ? "nobody" : change(persons[random.Next(persons.Length)]);
    }
}
