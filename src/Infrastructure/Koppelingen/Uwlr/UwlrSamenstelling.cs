using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Infrastructure.Koppelingen.Uwlr;

/// <summary>
/// Makes persons of what was read, now that all groepen are known: resolves references, says which fields were
/// delivered, and finds what the schema's own keys never find, since their paths miss the namespace (UWLR 2.2 XSD).
/// </summary>
internal sealed class UwlrSamenstelling(
    Vestigingsnummer vestiging, bool hasGroepen, Groepregel[] alleGroepen, Poollijst<Groepregel> verwijzingen)
{
    private static readonly IReadOnlyList<Melding> Geen = [];
    private readonly List<int> _rangen = [];

    /// <summary>All groepen in the order of their keys; gives each its place in it.</summary>
    public static Groepregel[] Order(IReadOnlyCollection<Groepregel> groepen)
    {
        var ordered = groepen.ToArray();
        Array.Sort(ordered, static (one, other) => string.CompareOrdinal(one.Sleutel.Key, other.Sleutel.Key));
        for (var rang = 0; rang < ordered.Length; rang++)
        {
            ordered[rang].Rang = rang;
        }

        return ordered;
    }

    public IReadOnlyList<Aangeleverd<LeerlingGegevens>> Leerlingen(ReadOnlySpan<Persoonregel> regels)
    {
        var leerlingen = new Aangeleverd<LeerlingGegevens>[regels.Length];
        for (var i = 0; i < regels.Length; i++)
        {
            leerlingen[i] = Leerling(regels[i]);
        }

        return UwlrDubbelen.Resolve(leerlingen);
    }

    public IReadOnlyList<Aangeleverd<DocentGegevens>> Docenten(ReadOnlySpan<Persoonregel> regels)
    {
        var docenten = new Aangeleverd<DocentGegevens>[regels.Length];
        for (var i = 0; i < regels.Length; i++)
        {
            docenten[i] = Docent(regels[i]);
        }

        return UwlrDubbelen.Resolve(docenten);
    }

    private Aangeleverd<LeerlingGegevens> Leerling(in Persoonregel regel)
    {
        List<Melding>? meldingen = null;
        var groepen = Groepen(regel, Groepsoort.Samengesteld, ref meldingen);
        var stamgroep = Stamgroep(regel, ref meldingen);
        var jaargroep = regel.Jaargroep == Leerjaren.Absent
            ? stamgroep?.Gegevens?.Leerjaar ?? Leerjaren.Absent
            : regel.Jaargroep;
        NoteCommon(ref meldingen, regel);
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

    private Aangeleverd<DocentGegevens> Docent(in Persoonregel regel)
    {
        List<Melding>? meldingen = null;
        NoteCommon(ref meldingen, regel);
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
    private Veld Geleverd(in Persoonregel regel) =>
        Veld.Vestiging
        | (regel.EckId is null ? Veld.Geen : Veld.EckId)
        | (regel.Key is null ? Veld.Geen : Veld.UwlrKey)
        | (regel.Roepnaam is null ? Veld.Geen : Veld.Roepnaam)
        | (regel.Achternaam is null ? Veld.Geen : Veld.Achternaam)
        | (IsVoorvoegselKnown(regel) ? Veld.Voorvoegsel : Veld.Geen)
        | (hasGroepen ? Veld.Groepen : Veld.Geen);

    private static bool IsVoorvoegselKnown(in Persoonregel regel) => regel.Voorvoegsel is not null
        || (regel.Achternaam is not null && regel.TeLang?.Element is not UwlrNamen.VoorvoegselElement);

    private static Melding? Afkeuring(in Persoonregel regel) =>
        regel.SleutelTeLang is { } teLang ? UwlrMeldingen.TeLang(teLang.Element, teLang.Max)
        : regel.Key is null && regel.EckId is null ? UwlrMeldingen.GeenSleutel
        : null;

    private static void NoteCommon(ref List<Melding>? meldingen, in Persoonregel regel)
    {
        Note(ref meldingen, regel.Achternaam is null && regel.Roepnaam is null, UwlrMeldingen.GeenNaam);
        if (regel.TeLang is { } teLang)
        {
            (meldingen ??= []).Add(UwlrMeldingen.TeLang(teLang.Element, teLang.Max));
        }
    }

    private static EckId? EckIdOf(in Persoonregel regel, ref List<Melding>? meldingen)
    {
        if (regel.EckId is null)
        {
            return null;
        }

        var eckId = EckId.Hydrate(regel.EckId);
        Note(ref meldingen, !eckId.HeeftBekendeVorm, UwlrMeldingen.EckIdOnbekendeVorm);
        return eckId;
    }

    private Groepregel? Stamgroep(in Persoonregel regel, ref List<Melding>? meldingen)
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

    private ImmutableArray<Groepsleutel> Groepen(in Persoonregel regel, Groepsoort? soort, ref List<Melding>? meldingen)
    {
        if (regel.AantalGroepen == 0 || !hasGroepen)
        {
            return [];
        }

        // By place and not by groep: numbers are sorted many times faster.
        _rangen.Clear();
        foreach (var groep in verwijzingen.Items.Slice(regel.EersteGroep, regel.AantalGroepen))
        {
            _rangen.Add(groep.Rang);
        }

        var rangen = CollectionsMarshal.AsSpan(_rangen);
        rangen.Sort();
        var sleutels = new Groepsleutel[rangen.Length];
        var (count, previous) = (0, -1);
        foreach (var rang in rangen)
        {
            var groep = alleGroepen[rang];
            var known = groep.Gegevens is { } gegevens && (soort is null || gegevens.Soort == soort);
            if (known && rang != previous)
            {
                sleutels[count++] = groep.Sleutel;
            }

            Note(
                ref meldingen,
                !known && rang != previous,
                static g => UwlrMeldingen.GroepOnbekend(g.Sleutel.Key),
                groep);
            previous = rang;
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

    private static void Note(
        ref List<Melding>? meldingen, bool condition, Func<Groepregel, Melding> melding, Groepregel groep)
    {
        if (condition)
        {
            (meldingen ??= []).Add(melding(groep));
        }
    }
}
