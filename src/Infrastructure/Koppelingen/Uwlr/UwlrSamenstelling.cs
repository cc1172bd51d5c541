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

    /// <summary>What is odd about all people together.</summary>
    public List<Melding> Meldingen { get; } = [];

    public IReadOnlyList<Aangeleverd<LeerlingGegevens>> Leerlingen(ReadOnlySpan<Persoonregel> regels)
    {
        var zegt = SayWho(regels, "leerlingen");
        var leerlingen = new Aangeleverd<LeerlingGegevens>[regels.Length];
        for (var i = 0; i < regels.Length; i++)
        {
            leerlingen[i] = Leerling(regels[i], zegt);
        }

        if (hasGroepen && regels.Length > 0 && !zegt.HasFlag(Veld.Stamgroep))
        {
            Meldingen.Add(UwlrMeldingen.StamgroepenNietGeleverd);
        }

        return UwlrDubbelen.Resolve(leerlingen);
    }

    public IReadOnlyList<Aangeleverd<DocentGegevens>> Docenten(ReadOnlySpan<Persoonregel> regels)
    {
        var zegt = SayWho(regels, "docenten");
        var docenten = new Aangeleverd<DocentGegevens>[regels.Length];
        for (var i = 0; i < regels.Length; i++)
        {
            docenten[i] = Docent(regels[i], zegt);
        }

        return UwlrDubbelen.Resolve(docenten);
    }

    /// <summary>
    /// Of which kinds of groep the answer says who is in them: only where somebody is, does nothing mean that others are
    /// in none.
    /// </summary>
    private Veld SayWho(ReadOnlySpan<Persoonregel> regels, string wie)
    {
        if (!hasGroepen)
        {
            return Veld.Geen;
        }

        var zegt = Veld.Geen;
        foreach (ref readonly var regel in regels)
        {
            zegt |= regel.Stamgroep is null ? Veld.Geen : Veld.Stamgroep;
            zegt |= regel.AantalGroepen == 0 ? Veld.Geen : Veld.Groepen;
        }

        if (regels.Length > 0 && !zegt.HasFlag(Veld.Groepen)
            && Array.Exists(alleGroepen, g => g.Gegevens?.Soort == Groepsoort.Samengesteld))
        {
            Meldingen.Add(UwlrMeldingen.LidmaatschapNietGeleverd(wie));
        }

        return zegt;
    }

    private Aangeleverd<LeerlingGegevens> Leerling(in Persoonregel regel, Veld zegt)
    {
        List<Melding>? meldingen = null;
        var groepen = Groepen(regel, Groepsoort.Samengesteld, ref meldingen, out var nietGeleverd);
        var stamgroep = Stamgroep(regel, ref meldingen, out var isBekend);
        var jaargroep = regel.Jaargroep == Leerjaren.Absent
            ? stamgroep?.Gegevens?.Leerjaar ?? Leerjaren.Absent
            : regel.Jaargroep;
        NoteCommon(ref meldingen, regel);
        Note(ref meldingen, regel.Jaargroep == Leerjaren.Unknown, UwlrMeldingen.JaargroepOnbekend);
        Note(ref meldingen, regel.AndereStamgroep is not null, UwlrMeldingen.MeerStamgroepen);
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
        var geleverd = Geleverd(regel, zegt, gegevens.EckId)
            | (jaargroep > 0 ? Veld.Leerjaar : Veld.Geen)
            | (isBekend ? zegt & Veld.Stamgroep : Veld.Geen);
        return new(gegevens, geleverd, meldingen ?? Geen, Afkeuring(regel, gegevens.EckId))
        {
            NietGeleverdeGroepen = nietGeleverd,
        };
    }

    private Aangeleverd<DocentGegevens> Docent(in Persoonregel regel, Veld zegt)
    {
        List<Melding>? meldingen = null;
        NoteCommon(ref meldingen, regel);
        Note(ref meldingen, regel.EmailOnbruikbaar, UwlrMeldingen.EmailOnbruikbaar);
        var gegevens = new DocentGegevens
        {
            Vestiging = vestiging,
            Groepen = Groepen(regel, soort: null, ref meldingen, out var nietGeleverd),
            EckId = EckIdOf(regel, ref meldingen),
            UwlrKey = regel.Key,
            Roepnaam = regel.Roepnaam,
            Voorvoegsel = string.IsNullOrEmpty(regel.Voorvoegsel) ? null : regel.Voorvoegsel,
            Achternaam = regel.Achternaam,
            Email = regel.Email,
        };
        var geleverd = Geleverd(regel, zegt, gegevens.EckId) | (regel.Email is null ? Veld.Geen : Veld.Email);
        return new(gegevens, geleverd, meldingen ?? Geen, Afkeuring(regel, gegevens.EckId))
        {
            NietGeleverdeGroepen = nietGeleverd,
        };
    }

    // With an achternaam the whole name is known, so a voorvoegsel that is absent is one that does not exist.
    private static Veld Geleverd(in Persoonregel regel, Veld zegt, EckId? eckId) =>
        Veld.Vestiging
        | (eckId is null ? Veld.Geen : Veld.EckId)
        | (regel.Key is null ? Veld.Geen : Veld.UwlrKey)
        | (regel.Roepnaam is null ? Veld.Geen : Veld.Roepnaam)
        | (regel.Achternaam is null ? Veld.Geen : Veld.Achternaam)
        | (regel.Voorvoegsel is null && regel.Achternaam is null ? Veld.Geen : Veld.Voorvoegsel)
        | (regel.GroepOnbekend ? Veld.Geen : zegt & Veld.Groepen);

    private static Melding? Afkeuring(in Persoonregel regel, EckId? eckId) =>
        regel.SleutelTeLang is { } teLang ? UwlrMeldingen.TeLang(teLang.Element, teLang.Max)
        : regel.Key is null && eckId is null ? UwlrMeldingen.GeenSleutel
        : null;

    private static void NoteCommon(ref List<Melding>? meldingen, in Persoonregel regel)
    {
        Note(ref meldingen, regel.Achternaam is null && regel.Roepnaam is null, UwlrMeldingen.GeenNaam);
        Note(ref meldingen, regel.StamgroepOnbekend || regel.GroepOnbekend, UwlrMeldingen.VerwijzingLeeg);
        Note(ref meldingen, regel.SleutelIsGeen, UwlrMeldingen.SleutelIsGeen);
        Note(ref meldingen, regel.NaamIsGeen, UwlrMeldingen.NaamIsGeen);
        if (regel.TeLang is { } teLang)
        {
            (meldingen ??= []).Add(UwlrMeldingen.Ingekort(teLang.Element, teLang.Max));
        }

        if (regel.Herstel is { } herstel)
        {
            (meldingen ??= []).AddRange(herstel.SelectMany(h => TextMeldingen.For(h.Repair, $"Veld '{h.Element}'")));
        }
    }

    // What is no ECK iD is the key of nobody: several people may have the same.
    private static EckId? EckIdOf(in Persoonregel regel, ref List<Melding>? meldingen)
    {
        if (regel.EckId is null)
        {
            return null;
        }

        var eckId = EckId.Hydrate(regel.EckId);
        if (eckId.HeeftBekendeVorm)
        {
            return eckId;
        }

        (meldingen ??= []).Add(Domain.Importeren.Meldingen.EckIdOnbekendeVorm);
        return null;
    }

    /// <summary>The home class; <paramref name="isBekend"/> is whether the answer says which, or that there is none.</summary>
    private Groepregel? Stamgroep(in Persoonregel regel, ref List<Melding>? meldingen, out bool isBekend)
    {
        isBekend = regel.Stamgroep is null && !regel.StamgroepOnbekend;
        if (!hasGroepen || regel.Stamgroep is not { } eerste)
        {
            return null;
        }

        // Of two the first, unless nothing is known of that one.
        var groep = IsStamgroep(eerste) || !IsStamgroep(regel.AndereStamgroep) ? eerste : regel.AndereStamgroep!;
        isBekend = IsStamgroep(groep);
        if (isBekend)
        {
            return groep;
        }

        (meldingen ??= []).Add(UwlrMeldingen.GroepOnbekend(groep.Sleutel.Key));
        return null;
    }

    private static bool IsStamgroep(Groepregel? groep) => groep?.Gegevens?.Soort == Groepsoort.Stamgroep;

    private ImmutableArray<Groepsleutel> Groepen(
        in Persoonregel regel,
        Groepsoort? soort,
        ref List<Melding>? meldingen,
        out IReadOnlyList<Groepsleutel> nietGeleverd)
    {
        nietGeleverd = [];
        if (regel.AantalGroepen == 0 || !hasGroepen)
        {
            return [];
        }

        List<Groepsleutel>? missing = null;
        var rangen = SortRangen(regel);
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
            else if (!known && rang != previous)
            {
                (meldingen ??= []).Add(UwlrMeldingen.GroepOnbekend(groep.Sleutel.Key));
                (missing ??= []).Add(groep.Sleutel);
            }

            previous = rang;
        }

        Array.Resize(ref sleutels, count);
        nietGeleverd = missing ?? nietGeleverd;
        return ImmutableCollectionsMarshal.AsImmutableArray(sleutels);
    }

    // By place and not by groep: numbers are sorted many times faster.
    private Span<int> SortRangen(in Persoonregel regel)
    {
        _rangen.Clear();
        foreach (var groep in verwijzingen.Items.Slice(regel.EersteGroep, regel.AantalGroepen))
        {
            _rangen.Add(groep.Rang);
        }

        var rangen = CollectionsMarshal.AsSpan(_rangen);
        rangen.Sort();
        return rangen;
    }

    private static void Note(ref List<Melding>? meldingen, bool condition, Melding melding)
    {
        if (condition)
        {
            (meldingen ??= []).Add(melding);
        }
    }
}
