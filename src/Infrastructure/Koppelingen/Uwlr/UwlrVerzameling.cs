using System.Xml;
using Kurve.Numo.Domain.Bronnen;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

namespace Kurve.Numo.Infrastructure.Koppelingen.Uwlr;

/// <summary>
/// Collects groepen, leerlingen and leerkrachten from an answer. Keys of groepen repeat for every pupil, so each is
/// kept once; a person's groepen are a range of one list that all persons share.
/// </summary>
internal sealed class UwlrVerzameling(
    XmlReader reader, UwlrNamen namen, Vestigingsnummer vestiging, IProgress<int>? progress)
    : IDisposable
{
    // UWLR 2.2 XSD: EDEXSleutelType, eckid, gAchternaam, emailadres and the two kinds of groep. Its 10 characters for a
    // voorvoegsel are fewer than real ones have.
    private const int MaxKey = 256;
    private const int MaxAchternaam = 200;
    private const int MaxVoorvoegsel = 64;
    private const int MaxRoepnaam = 64;
    private const int MaxGroepsnaam = 64;
    private const int ProgressStep = 50;
    private const int FewPersonen = 1_024;
    private const int FewVerwijzingen = 8_192;

    // Room to see that a key is too long, whatever spaces stand around it.
    private const int LongestRaw = MaxKey * 4;
    private const string Bron = Bronfouten.Bron;

    private delegate bool Veldlezer(string name, ref Persoonregel persoon);

    private readonly UwlrTeksten _teksten = new();
    private readonly UwlrGroepen _groepen = new(vestiging);
    private readonly Poollijst<Groepregel> _verwijzingen = new(FewVerwijzingen);
    private readonly Poollijst<Persoonregel> _leerlingen = new(FewPersonen);
    private readonly Poollijst<Persoonregel> _leerkrachten = new(FewPersonen);
    private readonly char[] _key = new char[LongestRaw];
    private readonly List<Melding> _meldingen = [];
    private bool _hasGroepen;
    private bool _hasLeerkrachten;

    /// <summary>Whether the answer had the block that makes it a list.</summary>
    public bool HasLeerlingen { get; private set; }

    /// <summary>Reads the current element if it is one of the three lists.</summary>
    public bool TryRead()
    {
        if (!ReferenceEquals(reader.NamespaceURI, namen.Lg))
        {
            return false;
        }

        var name = reader.LocalName;
        if (ReferenceEquals(name, namen.Groepen))
        {
            _hasGroepen = true;
            ReadGroepen();
        }
        else if (ReferenceEquals(name, namen.Leerlingen))
        {
            HasLeerlingen = true;
            ReadPersonen(namen.Leerling, _leerlingen, ReadLeerlingveld);
        }
        else if (ReferenceEquals(name, namen.Leerkrachten))
        {
            _hasLeerkrachten = true;
            ReadPersonen(namen.Leerkracht, _leerkrachten, ReadLeerkrachtveld);
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>Puts the list together, once the whole answer was read.</summary>
    public Personenlijst Conclude(IEnumerable<Melding> meldingen, string vingerafdruk)
    {
        _meldingen.AddRange(meldingen);
        var groepen = UwlrSamenstelling.Order(_groepen.All);

        // A block that is there and empty says no more than one that is not: somebody is in a groep everywhere.
        _hasGroepen &= Array.Exists(groepen, g => g.Gegevens is not null);
        Note(!_hasGroepen, UwlrMeldingen.GroepenNietGeleverd);
        Note(!_hasLeerkrachten, UwlrMeldingen.DocentenNietGeleverd);
        Note(_leerlingen.Count == 0, UwlrMeldingen.GeenLeerlingen);
        var samenstelling = new UwlrSamenstelling(vestiging, _hasGroepen, groepen, _verwijzingen);
        return new Personenlijst(
            BronInhoud.Gegevens,
            vestiging,
            [.. groepen.Where(g => g.Gegevens is not null).Select(g => g.Gegevens!)],
            samenstelling.Leerlingen(_leerlingen.Items),
            samenstelling.Docenten(_leerkrachten.Items),
            [.. _meldingen, .. samenstelling.Meldingen],
            vingerafdruk)
        {
            NietGeleverdeGroepen = [.. groepen.Where(g => g.Gegevens is null).Select(g => g.Sleutel)],
        };
    }

    public void Dispose()
    {
        _verwijzingen.Dispose();
        _leerlingen.Dispose();
        _leerkrachten.Dispose();
    }

    private void ReadGroepen()
    {
        var depth = reader.Enter();
        while (reader.NextChild(depth))
        {
            var name = LgName();
            if (ReferenceEquals(name, namen.Groep))
            {
                ReadGroep(Groepsoort.Stamgroep);
            }
            else if (ReferenceEquals(name, namen.SamengesteldeGroep))
            {
                ReadGroep(Groepsoort.Samengesteld);
            }
            else
            {
                reader.SkipElement(Bron);
            }
        }
    }

    private void ReadGroep(Groepsoort soort)
    {
        var (key, naam, jaargroep) = (ReadKey(), "", Leerjaren.Absent);
        var depth = reader.Enter();
        while (reader.NextChild(depth))
        {
            var name = LgName();
            if (ReferenceEquals(name, namen.Naam))
            {
                naam = Tekst(key);
            }
            else if (ReferenceEquals(name, namen.Jaargroep) && soort == Groepsoort.Stamgroep)
            {
                jaargroep = ReadJaargroep(key);
            }
            else
            {
                reader.SkipElement(Bron);
            }
        }

        Declare(key, soort, naam, jaargroep);
    }

    // C is a class of several leerjaren (EDEXML 2.1): no leerjaar, and nothing odd.
    private int ReadJaargroep(string key)
    {
        var text = _teksten.Of(reader.ReadText(Bron)).Value;
        var jaargroep = Leerjaren.Parse(text);
        Note(jaargroep == Leerjaren.Unknown && text is not "C", UwlrMeldingen.GroepsjaarOnbekend(key));
        return jaargroep;
    }

    private void Declare(string key, Groepsoort soort, string naam, int jaargroep)
    {
        if (key.Length == 0 || SourceText.CountRunes(key) > MaxKey)
        {
            _meldingen.Add(
                key.Length == 0 ? UwlrMeldingen.GroepZonderSleutel : UwlrMeldingen.GroepTeLang("key", MaxKey));
            return;
        }

        var groep = _groepen.Get(key);
        if (groep.Gegevens is not null)
        {
            _meldingen.Add(UwlrMeldingen.DubbeleGroep(key));
            return;
        }

        var volledig = new SourceText(naam.Length == 0 ? key : naam, TextRepair.None);
        Note(naam.Length == 0, UwlrMeldingen.GroepZonderNaam(key));
        Note(naam.Length > 0 && volledig.Length > MaxGroepsnaam, UwlrMeldingen.GroepIngekort(key, MaxGroepsnaam));
        groep.Gegevens = new GroepGegevens(
            groep.Sleutel, soort, volledig.Cut(MaxGroepsnaam), jaargroep > 0 ? jaargroep : null);
    }

    private string Tekst(string groepsleutel)
    {
        var (text, repair) = _teksten.Of(reader.ReadText(Bron));
        _meldingen.AddRange(TextMeldingen.For(repair, $"Naam van groep '{groepsleutel}'"));
        return text;
    }

    private void ReadPersonen(string element, Poollijst<Persoonregel> personen, Veldlezer readVeld)
    {
        var depth = reader.Enter();
        while (reader.NextChild(depth))
        {
            if (ReferenceEquals(LgName(), element))
            {
                personen.Add(ReadPersoon(readVeld));
                Report();
            }
            else
            {
                reader.SkipElement(Bron);
            }
        }
    }

    private void Report()
    {
        var count = _leerlingen.Count + _leerkrachten.Count;
        if (progress is not null && count % ProgressStep == 0)
        {
            progress.Report(count);
        }
    }

    private Persoonregel ReadPersoon(Veldlezer readVeld)
    {
        var persoon = new Persoonregel { EersteGroep = _verwijzingen.Count };
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI.Length > 0)
            {
                continue;
            }

            if (ReferenceEquals(reader.LocalName, namen.Key))
            {
                persoon.Key = LimitKey(ref persoon);
            }
            else if (ReferenceEquals(reader.LocalName, namen.EckId))
            {
                persoon.EckId = Read(ref persoon, namen.EckId, reader.Value) is { Length: > 0 } eckId ? eckId : null;
            }
        }

        reader.MoveToElement();
        var depth = reader.Enter();
        while (reader.NextChild(depth))
        {
            var name = LgName();
            if (name is null || (!TryReadNaam(name, ref persoon) && !readVeld(name, ref persoon)))
            {
                reader.SkipElement(Bron);
            }
        }

        persoon.AantalGroepen = _verwijzingen.Count - persoon.EersteGroep;
        return persoon;
    }

    private bool TryReadNaam(string name, ref Persoonregel persoon)
    {
        if (ReferenceEquals(name, namen.Achternaam))
        {
            persoon.Achternaam = Limit(ref persoon, name, MaxAchternaam);
        }
        else if (ReferenceEquals(name, namen.Roepnaam))
        {
            persoon.Roepnaam = Limit(ref persoon, name, MaxRoepnaam);
        }
        else if (ReferenceEquals(name, namen.Voorvoegsel))
        {
            persoon.Voorvoegsel = Limit(ref persoon, name, MaxVoorvoegsel) ?? "";
        }
        else
        {
            return false;
        }

        return true;
    }

    private bool ReadLeerlingveld(string name, ref Persoonregel persoon)
    {
        if (ReferenceEquals(name, namen.Jaargroep))
        {
            persoon.Jaargroep = Leerjaren.Parse(_teksten.Of(reader.ReadText(Bron)).Value);
        }
        else if (ReferenceEquals(name, namen.Groep))
        {
            ReadStamgroep(ref persoon);
        }
        else if (ReferenceEquals(name, namen.SamengesteldeGroepen))
        {
            ReadVerwijzingen(ref persoon);
        }
        else
        {
            return false;
        }

        return true;
    }

    private bool ReadLeerkrachtveld(string name, ref Persoonregel persoon)
    {
        if (ReferenceEquals(name, namen.Emailadres))
        {
            var email = EmailText.Parse(Read(ref persoon, name, reader.ReadText(Bron)));
            (persoon.Email, persoon.EmailOnbruikbaar) = (email.Address, email.IsUnusable);
        }
        else if (ReferenceEquals(name, namen.Groepen))
        {
            ReadVerwijzingen(ref persoon);
        }
        else
        {
            return false;
        }

        return true;
    }

    private void ReadStamgroep(ref Persoonregel persoon)
    {
        if (ReadVerwijzing() is not { } groep)
        {
            persoon.StamgroepOnbekend = true;
        }
        else if (persoon.Stamgroep is not null && persoon.Stamgroep != groep)
        {
            persoon.AndereStamgroep ??= groep;
        }
        else
        {
            persoon.Stamgroep = groep;
        }
    }

    private void ReadVerwijzingen(ref Persoonregel persoon)
    {
        var depth = reader.Enter();
        while (reader.NextChild(depth))
        {
            var name = LgName();
            if (!ReferenceEquals(name, namen.Groep) && !ReferenceEquals(name, namen.SamengesteldeGroep))
            {
                reader.SkipElement(Bron);
            }
            else if (ReadVerwijzing() is { } groep)
            {
                _verwijzingen.Add(groep);
            }
            else
            {
                persoon.GroepOnbekend = true;
            }
        }
    }

    private Groepregel? ReadVerwijzing()
    {
        var groep = reader.MoveToAttribute(namen.Key) ? Groep() : null;
        reader.MoveToElement();
        reader.SkipElement(Bron);
        return groep;
    }

    // Pupils name the same few groepen over and over, so the key is not made into a string to find its groep.
    private Groepregel? Groep()
    {
        ReadOnlySpan<char> key = _key.AsSpan(0, reader.ReadValueChunk(_key, 0, _key.Length)).Trim();
        if (!UwlrTeksten.IsPlain(key))
        {
            key = _teksten.Of(key.ToString()).Value;
        }

        return key.IsEmpty || SourceText.CountRunes(key) > MaxKey ? null : _groepen.Get(key);
    }

    private string ReadKey()
    {
        var (key, repair) = reader.MoveToAttribute(namen.Key) ? _teksten.Of(reader.Value) : default;
        reader.MoveToElement();
        _meldingen.AddRange(TextMeldingen.For(repair, $"Sleutel van groep '{key}'"));
        return key ?? "";
    }

    private string Read(ref Persoonregel persoon, string element, string raw)
    {
        var (text, repair) = _teksten.Of(raw);
        if (repair != TextRepair.None)
        {
            (persoon.Herstel ??= []).Add((repair, element));
        }

        return text;
    }

    // Half a key is the key of somebody else.
    private string? LimitKey(ref Persoonregel persoon)
    {
        var key = Read(ref persoon, namen.Key, reader.Value);
        if (key.Length > MaxKey && SourceText.CountRunes(key) > MaxKey)
        {
            persoon.SleutelTeLang ??= (namen.Key, MaxKey);
            return null;
        }

        return key.Length == 0 ? null : key;
    }

    // The schema asks at least one character everywhere, so an empty value says as little as an absent one.
    private string? Limit(ref Persoonregel persoon, string element, int max)
    {
        var text = Read(ref persoon, element, reader.ReadText(Bron));
        if (text.Length <= max || SourceText.CountRunes(text) <= max)
        {
            return text.Length == 0 ? null : text;
        }

        persoon.TeLang ??= (element, max);
        return new SourceText(text, TextRepair.None).Cut(max);
    }

    private void Note(bool condition, Melding melding)
    {
        if (condition)
        {
            _meldingen.Add(melding);
        }
    }

    private string? LgName() => ReferenceEquals(reader.NamespaceURI, namen.Lg) ? reader.LocalName : null;
}
