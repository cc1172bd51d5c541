using Kurve.Numo.Domain.Bronnen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Csv.Lezen;

/// <summary>Makes a person of a row.</summary>
internal sealed class Persoonlezer(Csvopdracht opdracht, Kopregel kop, Groepenlijst groepen, int? stamnummerlengte)
{
    private const int MaxKey = 256;
    private const int MaxStamnummer = 64;
    private const int MaxNaam = 200;
    private const int MaxCode = 100;
    private const int MaxGroep = 64;
    private static readonly char[] BetweenGroepen = ['|', ',', ';'];

    /// <summary>Rows whose pupil number is shorter than most.</summary>
    public int Korte { get; private set; }

    /// <summary>Rows whose vestiging got its zero back.</summary>
    public int Aangevuld { get; private set; }

    /// <summary>Whether some row names a place instead of a number.</summary>
    public bool HeeftLocaties { get; private set; }

    public Csvpersoon<LeerlingGegevens> ReadLeerling(Rij rij)
    {
        var vestiging = ReadVestiging(rij, out var afkeuring);
        var stamnummer = ReadStamnummer(rij);
        var isKort = stamnummer is { Value: var nummer } && Voorloopnullen.IsShort(nummer, stamnummerlengte);
        var leerjaar = ReadLeerjaar(rij);
        var gegevens = WithNamen(rij, new LeerlingGegevens
        {
            Vestiging = vestiging,
            EckId = ReadEckId(rij),
            UwlrKey = rij.Sleutel(Csvkolom.Sleutel, MaxKey),
            Stamnummer = stamnummer,
            IdGebr = rij.Sleutel(Csvkolom.IdGebr, MaxKey),
            Leerjaar = leerjaar,
        });
        if (isKort)
        {
            Korte++;
            rij.Meldingen.Add(CsvMeldingen.VoorloopnulKwijt(rij.Nummer, stamnummer!.Value.Value, stamnummerlengte!.Value));
        }

        var geleverd = CommonVelden(rij, gegevens)
            | (stamnummer is null || isKort ? Veld.Geen : Veld.Stamnummer)
            | (gegevens.IdGebr is null ? Veld.Geen : Veld.IdGebr)
            | (leerjaar is null ? Veld.Geen : Veld.Leerjaar);
        var persoon = new Csvpersoon<LeerlingGegevens>(rij, gegevens, geleverd);
        AddStamgroep(rij, persoon, leerjaar);
        AddGroepen(rij, persoon, leerjaar);
        AddOpleidingscode(rij, persoon);
        persoon.Afkeuring = afkeuring ?? Judge(rij, gegevens);
        return persoon;
    }

    public Csvpersoon<DocentGegevens> ReadDocent(Rij rij)
    {
        var vestiging = ReadVestiging(rij, out var afkeuring);
        var email = rij.Email();
        var gegevens = WithNamen(rij, new DocentGegevens
        {
            Vestiging = vestiging,
            EckId = ReadEckId(rij),

            // School administrations number their staff as they do their pupils.
            UwlrKey = rij.Sleutel(Csvkolom.Sleutel, MaxKey) ?? rij.Sleutel(Csvkolom.Stamnummer, MaxKey),
            Email = email,
        });

        // An empty field takes no login away.
        var geleverd = CommonVelden(rij, gegevens) | (email is null ? Veld.Geen : Veld.Email);
        var persoon = new Csvpersoon<DocentGegevens>(rij, gegevens, geleverd);
        if (rij.Groep(Csvkolom.Stamgroep, MaxGroep, out _) is { } naam)
        {
            persoon.Groepen.Add(groepen.Add(vestiging, naam, Groepsoort.Stamgroep, null));
        }

        AddGroepen(rij, persoon, null);
        persoon.Afkeuring = afkeuring ?? Judge(rij, gegevens);
        return persoon;
    }

    private T WithNamen<T>(Rij rij, T gegevens)
        where T : Persoonsgegevens<T>
    {
        var achternaam = rij.Name(kop.Has(Csvkolom.Achternaam) ? Csvkolom.Achternaam : Csvkolom.Naam, MaxNaam);
        var named = gegevens with
        {
            Roepnaam = Empty(rij.Name(Csvkolom.Roepnaam, MaxNaam)),
            Voorvoegsel = Empty(rij.Name(Csvkolom.Voorvoegsel, MaxNaam)),
            Achternaam = Empty(achternaam),
        };
        if (named is { Achternaam: null, Roepnaam: not null })
        {
            rij.Meldingen.Add(CsvMeldingen.AchternaamOntbreekt(rij.Nummer));
        }

        return named;
    }

    private static Veld CommonVelden<T>(Rij rij, T gegevens)
        where T : Persoonsgegevens<T> =>
        Veld.Vestiging
        | (gegevens.EckId is null ? Veld.Geen : Veld.EckId)
        | (gegevens.UwlrKey is null ? Veld.Geen : Veld.UwlrKey)
        | (gegevens.Roepnaam is null ? Veld.Geen : Veld.Roepnaam)
        | (rij.Says(Csvkolom.Voorvoegsel) ? Veld.Voorvoegsel : Veld.Geen)
        | (gegevens.Achternaam is null ? Veld.Geen : Veld.Achternaam);

    private Melding? Judge<T>(Rij rij, T gegevens)
        where T : Persoonsgegevens<T>
    {
        if (rij.IsTeBreed())
        {
            var (velden, koppen) = rij.Breedte();
            return CsvMeldingen.RegelTeBreed(rij.Nummer, velden, koppen);
        }

        return gegevens.Achternaam is null && gegevens.Roepnaam is null ? CsvMeldingen.GeenNaam(rij.Nummer)
            : !gegevens.Sleutels.Any() && gegevens is not DocentGegevens { Email: not null }
                ? CsvMeldingen.GeenSleutel(rij.Nummer, kop.NameKeys(gegevens is DocentGegevens))
            : null;
    }

    // What is no ECK iD is the key of nobody: several people may have the same.
    private static EckId? ReadEckId(Rij rij)
    {
        if (rij.Sleutel(Csvkolom.EckId, MaxKey) is not { } text)
        {
            return null;
        }

        if (EckId.Create(text) is { IsOk: true, Value: { HeeftBekendeVorm: true } eckId })
        {
            return eckId;
        }

        rij.Meldingen.Add(Meldingen.EckIdOnbekendeVorm);
        return null;
    }

    private static Stamnummer? ReadStamnummer(Rij rij) =>
        rij.Sleutel(Csvkolom.Stamnummer, MaxStamnummer) is { } text && Stamnummer.Create(text) is { IsOk: true } nummer
            ? nummer.Value
            : null;

    private static int? ReadLeerjaar(Rij rij)
    {
        var text = rij.Text(Csvkolom.Leerjaar);
        switch (text)
        {
            case ['0', >= '1' and <= '6']:
                return text[1] - '0';
            case var _ when NoValue.IsEmpty(text):
                return null;
            case [>= '1' and <= '6']:
                return text[0] - '0';
            case ['1', >= '1' and <= '6']:
                return text[1] - '0';
            default:
                rij.Meldingen.Add(CsvMeldingen.LeerjaarOnleesbaar(rij.Nummer, text));
                return null;
        }
    }

    private Vestigingsnummer ReadVestiging(Rij rij, out Melding? afkeuring)
    {
        var brin = opdracht.School.Brin.Value;
        var text = rij.Text(Csvkolom.Vestiging);
        afkeuring = new[] { rij.Text(Csvkolom.Brin), text }.FirstOrDefault(IsOfOtherSchool) is { } other
            ? CsvMeldingen.AndereSchool(rij.Nummer, other)
            : null;
        if (text.StartsWith(brin, StringComparison.OrdinalIgnoreCase))
        {
            text = text[brin.Length..];
        }

        if (text is [>= '0' and <= '9'])
        {
            (text, Aangevuld) = ('0' + text, Aangevuld + 1);
        }

        var nummer = text.Length == 0 ? opdracht.StandaardVestiging
            : Vestigingsnummer.Create(text) is { IsOk: true } read ? read.Value
            : opdracht.School.Vestigingen is [var enige] ? UseOnly(enige)
            : (Vestigingsnummer?)null;
        if (nummer is { } known && opdracht.School.Vestigingen.Contains(known))
        {
            return known;
        }

        afkeuring ??= text.Length == 0
            ? CsvMeldingen.VestigingOntbreekt(rij.Nummer)
            : CsvMeldingen.VestigingOnbekend(rij.Nummer, rij.Text(Csvkolom.Vestiging));
        return nummer ?? opdracht.School.Vestigingen[0];
    }

    // 99XY, or 99XY01 with the vestiging behind it.
    private bool IsOfOtherSchool(string text) => text.Length is 4 or 6
        && Brin.Create(text[..4]) is { IsOk: true } brin
        && brin.Value != opdracht.School.Brin;

    private Vestigingsnummer UseOnly(Vestigingsnummer enige)
    {
        HeeftLocaties = true;
        return enige;
    }

    private void AddStamgroep(Rij rij, Csvpersoon<LeerlingGegevens> persoon, int? leerjaar)
    {
        if (rij.Groep(Csvkolom.Stamgroep, MaxGroep, out var isLeeg) is { } naam)
        {
            persoon.Stamgroep = groepen.Add(persoon.Gegevens.Vestiging, naam, Groepsoort.Stamgroep, leerjaar);
        }

        persoon.Geleverd |= persoon.Stamgroep is not null || isLeeg ? Veld.Stamgroep : Veld.Geen;
    }

    private void AddGroepen<T>(Rij rij, Csvpersoon<T> persoon, int? leerjaar)
        where T : Persoonsgegevens<T>
    {
        if (!rij.Has(Csvkolom.Groepen))
        {
            persoon.Geleverd |= persoon.Groepen.Count > 0 ? Veld.Groepen : Veld.Geen;
            return;
        }

        if (rij.Groepen(Csvkolom.Groepen, BetweenGroepen, MaxGroep) is { } namen)
        {
            persoon.Groepen.UnionWith(namen.Select(naam => groepen.Add(
                persoon.Gegevens.Vestiging, naam, Groepsoort.Samengesteld, leerjaar)));
            persoon.Geleverd |= Veld.Groepen;
        }
    }

    // A code goes before a name. Where neither can be read, nothing is said of the opleiding: what is not filled in
    // takes nothing away.
    private static void AddOpleidingscode(Rij rij, Csvpersoon<LeerlingGegevens> persoon)
    {
        var code = rij.Code(Csvkolom.Opleidingscode, MaxCode) ?? rij.Code(Csvkolom.Opleiding, MaxCode);
        if (code is not null)
        {
            persoon.Opleidingscodes.Add(code);
        }
        else if (rij.Says(Csvkolom.Opleidingscode) || rij.Says(Csvkolom.Opleiding))
        {
            persoon.ZonderOpleiding = true;
        }
    }

    private static string? Empty(string? text) => text is "" ? null : text;
}
