using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Infrastructure.Koppelingen.Uwlr;

/// <summary>
/// Makes persons of what was read, now that all groepen are known: resolves references, says which fields were delivered,
/// and finds what the schema's own keys never find, since their paths miss the namespace (UWLR 2.2 XSD).
/// </summary>
internal sealed class UwlrSamenstelling(Vestigingsnummer vestiging, bool hasGroepen, List<Groepregel> verwijzingen)
{
    private static readonly IReadOnlyList<Melding> Geen = [];

    /// <summary>The declared groepen in the order of their keys; gives every groep its place in it.</summary>
    public static IReadOnlyList<GroepGegevens> OrderGroepen(ICollection<Groepregel> groepen)
    {
        var ordered = new Groepregel[groepen.Count];
        groepen.CopyTo(ordered, 0);
        Array.Sort(ordered, static (one, other) => string.CompareOrdinal(one.Sleutel.Key, other.Sleutel.Key));
        var declared = new List<GroepGegevens>(ordered.Length);
        for (var rang = 0; rang < ordered.Length; rang++)
        {
            ordered[rang].Rang = rang;
            if (ordered[rang].Gegevens is { } gegevens)
            {
                declared.Add(gegevens);
            }
        }

        return declared;
    }

    public IReadOnlyList<Aangeleverd<LeerlingGegevens>> Leerlingen(List<Persoonregel> regels)
    {
        var leerlingen = new List<Aangeleverd<LeerlingGegevens>>(regels.Count);
        foreach (var regel in regels)
        {
            leerlingen.Add(Leerling(regel));
        }

        return UwlrDubbelen.Resolve(leerlingen);
    }

    public IReadOnlyList<Aangeleverd<DocentGegevens>> Docenten(List<Persoonregel> regels)
    {
        var docenten = new List<Aangeleverd<DocentGegevens>>(regels.Count);
        foreach (var regel in regels)
        {
            docenten.Add(Docent(regel));
        }

        return UwlrDubbelen.Resolve(docenten);
    }

    private Aangeleverd<LeerlingGegevens> Leerling(Persoonregel regel)
    {
        List<Melding>? meldingen = null;
        var groepen = Groepen(regel, Groepsoort.Samengesteld, ref meldingen);
        var stamgroep = Stamgroep(regel, ref meldingen);
        var jaargroep = regel.Jaargroep == Leerjaren.Absent ? stamgroep?.Gegevens?.Leerjaar ?? Leerjaren.Absent : regel.Jaargroep;
        Note(ref meldingen, regel.Jaargroep == Leerjaren.Unknown, UwlrMeldingen.JaargroepOnbekend);
        Note(ref meldingen, regel.MeerStamgroepen, UwlrMeldingen.MeerStamgroepen);
        var gegevens = new LeerlingGegevens
        {
            Vestiging = vestiging,
            EckId = EckIdOf(regel, ref meldingen),
            UwlrKey = regel.Key,
            Roepnaam = regel.Roepnaam,
            Voorvoegsel = string.IsNullOrEmpty(regel.Voorvoegsel) ? null : regel.Voorvoegsel,
            Achternaam = regel.Achternaam,
            Leerjaar = jaargroep > 0 ? jaargroep : null,
            Stamgroep = stamgroep?.Sleutel,
            Groepen = groepen,
        };
        var geleverd = Geleverd(regel)
            | (jaargroep > 0 ? Veld.Leerjaar : Veld.Geen)
            | (hasGroepen ? Veld.Stamgroep : Veld.Geen);
        return new(gegevens, geleverd, meldingen ?? Geen, Afkeuring(regel));
    }

    private Aangeleverd<DocentGegevens> Docent(Persoonregel regel)
    {
        List<Melding>? meldingen = null;
        var gegevens = new DocentGegevens
        {
            Vestiging = vestiging,
            Groepen = Groepen(regel, soort: null, ref meldingen),
            EckId = EckIdOf(regel, ref meldingen),
            UwlrKey = regel.Key,
            Roepnaam = regel.Roepnaam,
            Voorvoegsel = string.IsNullOrEmpty(regel.Voorvoegsel) ? null : regel.Voorvoegsel,
            Achternaam = regel.Achternaam,
            Email = regel.Email,
        };
        var geleverd = Geleverd(regel) | (regel.Email is null ? Veld.Geen : Veld.Email);
        return new(gegevens, geleverd, meldingen ?? Geen, Afkeuring(regel));
    }

    // With an achternaam the whole name is known, so a voorvoegsel that is absent is one that does not exist.
    private Veld Geleverd(Persoonregel regel) =>
        Veld.Vestiging
        | (regel.EckId is null ? Veld.Geen : Veld.EckId)
        | (regel.Key is null ? Veld.Geen : Veld.UwlrKey)
        | (regel.Roepnaam is null ? Veld.Geen : Veld.Roepnaam)
        | (regel.Achternaam is null ? Veld.Geen : Veld.Achternaam)
        | (regel.Achternaam is null && regel.Voorvoegsel is null ? Veld.Geen : Veld.Voorvoegsel)
        | (hasGroepen ? Veld.Groepen : Veld.Geen);

    private static Melding? Afkeuring(Persoonregel regel) =>
        regel.TeLang is { } teLang ? UwlrMeldingen.TeLang(teLang.Element, teLang.Max)
        : regel.Key is null && regel.EckId is null ? UwlrMeldingen.GeenSleutel
        : regel.Achternaam is null && regel.Roepnaam is null ? UwlrMeldingen.GeenNaam
        : null;

    private static EckId? EckIdOf(Persoonregel regel, ref List<Melding>? meldingen)
    {
        if (regel.EckId is null)
        {
            return null;
        }

        var eckId = EckId.Hydrate(regel.EckId);
        Note(ref meldingen, !eckId.HeeftBekendeVorm, UwlrMeldingen.EckIdOnbekendeVorm);
        return eckId;
    }

    private Groepregel? Stamgroep(Persoonregel regel, ref List<Melding>? meldingen)
    {
        if (regel.Stamgroep is not { } groep || !hasGroepen)
        {
            return null;
        }

        if (groep.Gegevens?.Soort == Groepsoort.Stamgroep)
        {
            return groep;
        }

        Note(ref meldingen, true, UwlrMeldingen.GroepOnbekend(groep.Sleutel.Key));
        return null;
    }

    private ImmutableArray<Groepsleutel> Groepen(Persoonregel regel, Groepsoort? soort, ref List<Melding>? meldingen)
    {
        if (regel.AantalGroepen == 0 || !hasGroepen)
        {
            return [];
        }

        var range = CollectionsMarshal.AsSpan(verwijzingen).Slice(regel.EersteGroep, regel.AantalGroepen);
        range.Sort(static (one, other) => one.Rang - other.Rang);
        var sleutels = new Groepsleutel[range.Length];
        var count = 0;
        Groepregel? previous = null;
        foreach (var groep in range)
        {
            var known = groep.Gegevens is { } gegevens && (soort is null || gegevens.Soort == soort);
            if (known && groep != previous)
            {
                sleutels[count++] = groep.Sleutel;
            }

            Note(ref meldingen, !known && groep != previous, static g => UwlrMeldingen.GroepOnbekend(g.Sleutel.Key), groep);
            previous = groep;
        }

        Array.Resize(ref sleutels, count);
        return ImmutableCollectionsMarshal.AsImmutableArray(sleutels);
    }

    private static void Note(ref List<Melding>? meldingen, bool condition, Melding melding)
    {
        if (condition)
        {
            (meldingen ??= []).Add(melding);
        }
    }

    private static void Note(ref List<Melding>? meldingen, bool condition, Func<Groepregel, Melding> melding, Groepregel groep)
    {
        if (condition)
        {
            (meldingen ??= []).Add(melding(groep));
        }
    }
}
