using System.Xml;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

namespace Kurve.Numo.Infrastructure.Koppelingen.Uwlr;

/// <summary>
/// Collects groepen, leerlingen and leerkrachten from an answer. Keys of groepen repeat for every pupil, so each is kept
/// once; a person's groepen are a range of one list that all persons share.
/// </summary>
internal sealed class UwlrVerzameling(XmlReader reader, UwlrNamen namen, Vestigingsnummer vestiging, IProgress<int>? progress)
{
    // UWLR 2.2 XSD: EDEXSleutelType, eckid, gAchternaam, emailadres and the two kinds of groep.
    private const int MaxKey = 256;
    private const int MaxAchternaam = 200;
    private const int MaxVoorvoegsel = 10;
    private const int MaxRoepnaam = 64;
    private const int MaxEmail = 256;
    private const int MaxGroepsnaam = 64;
    private const int ProgressStep = 500;
    private const string Bron = Bronfouten.Bron;

    private readonly Dictionary<string, Groepregel> _groepen = new(StringComparer.Ordinal);
    private readonly List<Groepregel> _verwijzingen = [];
    private readonly List<Persoonregel> _leerlingen = [];
    private readonly List<Persoonregel> _leerkrachten = [];
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
        Note(!_hasGroepen, UwlrMeldingen.GroepenNietGeleverd);
        Note(!_hasLeerkrachten, UwlrMeldingen.DocentenNietGeleverd);
        Note(_leerlingen.Count == 0, UwlrMeldingen.GeenLeerlingen);
        var samenstelling = new UwlrSamenstelling(vestiging, _hasGroepen, _verwijzingen);
        var groepen = UwlrSamenstelling.OrderGroepen(_groepen.Values);
        return new Personenlijst(
            BronInhoud.Gegevens,
            vestiging,
            groepen,
            samenstelling.Leerlingen(_leerlingen),
            samenstelling.Docenten(_leerkrachten),
            _meldingen,
            vingerafdruk);
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
                naam = reader.ReadText(Bron);
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
        var text = reader.ReadText(Bron);
        var jaargroep = Leerjaren.Parse(text);
        Note(jaargroep == Leerjaren.Unknown && text is not "C", UwlrMeldingen.GroepsjaarOnbekend(key));
        return jaargroep;
    }

    private void Declare(string key, Groepsoort soort, string naam, int jaargroep)
    {
        if (key.Length is 0 or > MaxKey || naam.Length > MaxGroepsnaam)
        {
            _meldingen.Add(
                key.Length == 0 ? UwlrMeldingen.GroepZonderSleutel
                : key.Length > MaxKey ? UwlrMeldingen.GroepTeLang("key", MaxKey)
                : UwlrMeldingen.GroepTeLang("naam", MaxGroepsnaam));
            return;
        }

        var groep = Groep(key);
        if (groep.Gegevens is not null)
        {
            _meldingen.Add(UwlrMeldingen.DubbeleGroep(key));
            return;
        }

        Note(naam.Length == 0, UwlrMeldingen.GroepZonderNaam(key));
        groep.Gegevens = new GroepGegevens(
            groep.Sleutel,
            soort,
            naam.Length == 0 ? key[..Math.Min(key.Length, MaxGroepsnaam)] : naam,
            jaargroep > 0 ? jaargroep : null);
    }

    private void ReadPersonen(string element, List<Persoonregel> personen, Func<string, Persoonregel, bool> readVeld)
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

    private Persoonregel ReadPersoon(Func<string, Persoonregel, bool> readVeld)
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
                persoon.Key = Limit(persoon, namen.Key, reader.Value.Trim(), MaxKey);
            }
            else if (ReferenceEquals(reader.LocalName, namen.EckId))
            {
                persoon.EckId = Limit(persoon, namen.EckId, reader.Value.Trim(), MaxKey);
            }
        }

        reader.MoveToElement();
        var depth = reader.Enter();
        while (reader.NextChild(depth))
        {
            var name = LgName();
            if (name is null || (!TryReadNaam(name, persoon) && !readVeld(name, persoon)))
            {
                reader.SkipElement(Bron);
            }
        }

        persoon.AantalGroepen = _verwijzingen.Count - persoon.EersteGroep;
        return persoon;
    }

    private bool TryReadNaam(string name, Persoonregel persoon)
    {
        if (ReferenceEquals(name, namen.Achternaam))
        {
            persoon.Achternaam = Limit(persoon, name, reader.ReadText(Bron), MaxAchternaam);
        }
        else if (ReferenceEquals(name, namen.Roepnaam))
        {
            persoon.Roepnaam = Limit(persoon, name, reader.ReadText(Bron), MaxRoepnaam);
        }
        else if (ReferenceEquals(name, namen.Voorvoegsel))
        {
            var voorvoegsel = reader.ReadText(Bron);
            persoon.Voorvoegsel = Limit(persoon, name, voorvoegsel, MaxVoorvoegsel) ?? "";
        }
        else
        {
            return false;
        }

        return true;
    }

    private bool ReadLeerlingveld(string name, Persoonregel persoon)
    {
        if (ReferenceEquals(name, namen.Jaargroep))
        {
            persoon.Jaargroep = Leerjaren.Parse(reader.ReadText(Bron));
        }
        else if (ReferenceEquals(name, namen.Groep))
        {
            ReadStamgroep(persoon);
        }
        else if (ReferenceEquals(name, namen.SamengesteldeGroepen))
        {
            ReadVerwijzingen(persoon);
        }
        else
        {
            return false;
        }

        return true;
    }

    private bool ReadLeerkrachtveld(string name, Persoonregel persoon)
    {
        if (ReferenceEquals(name, namen.Emailadres))
        {
            persoon.Email = Limit(persoon, name, reader.ReadText(Bron), MaxEmail);
        }
        else if (ReferenceEquals(name, namen.Groepen))
        {
            ReadVerwijzingen(persoon);
        }
        else
        {
            return false;
        }

        return true;
    }

    private void ReadStamgroep(Persoonregel persoon)
    {
        if (ReadVerwijzing(persoon) is { } groep)
        {
            persoon.MeerStamgroepen |= persoon.Stamgroep is not null && persoon.Stamgroep != groep;
            persoon.Stamgroep ??= groep;
        }
    }

    private void ReadVerwijzingen(Persoonregel persoon)
    {
        var depth = reader.Enter();
        while (reader.NextChild(depth))
        {
            var name = LgName();
            if (!ReferenceEquals(name, namen.Groep) && !ReferenceEquals(name, namen.SamengesteldeGroep))
            {
                reader.SkipElement(Bron);
            }
            else if (ReadVerwijzing(persoon) is { } groep)
            {
                _verwijzingen.Add(groep);
            }
        }
    }

    private Groepregel? ReadVerwijzing(Persoonregel persoon)
    {
        var key = Limit(persoon, namen.Key, ReadKey(), MaxKey);
        reader.SkipElement(Bron);
        return key is null ? null : Groep(key);
    }

    private string ReadKey()
    {
        var key = reader.MoveToAttribute(namen.Key) ? reader.Value.Trim() : "";
        reader.MoveToElement();
        return key;
    }

    private Groepregel Groep(string key)
    {
        if (!_groepen.TryGetValue(key, out var groep))
        {
            groep = new Groepregel(new Groepsleutel(vestiging, key));
            _groepen.Add(key, groep);
        }

        return groep;
    }

    // The schema asks at least one character everywhere, so an empty value says as little as an absent one.
    private static string? Limit(Persoonregel persoon, string element, string value, int max)
    {
        if (value.Length > max)
        {
            persoon.TeLang ??= (element, max);
            return null;
        }

        return value.Length == 0 ? null : value;
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
