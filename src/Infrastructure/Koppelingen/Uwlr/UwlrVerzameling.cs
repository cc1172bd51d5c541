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
internal sealed class UwlrVerzameling : IDisposable
{
    // UWLR 2.2 XSD: EDEXSleutelType and the two kinds of groep.
    private const int MaxKey = 256;
    private const int MaxGroepsnaam = 64;
    private const int ProgressStep = 50;
    private const int FewPersonen = 1_024;
    private const int FewVerwijzingen = 8_192;

    private const string Bron = Bronfouten.Bron;

    private readonly XmlReader _reader;
    private readonly UwlrNamen _namen;
    private readonly Vestigingsnummer _vestiging;
    private readonly IProgress<int>? _progress;
    private readonly UwlrTeksten _teksten = new();
    private readonly UwlrGroepen _groepen;
    private readonly UwlrPersoonlezer _personen;
    private readonly Poollijst<Groepregel> _verwijzingen = new(FewVerwijzingen);
    private readonly Poollijst<Persoonregel> _leerlingen = new(FewPersonen);
    private readonly Poollijst<Persoonregel> _leerkrachten = new(FewPersonen);
    private readonly List<Melding> _meldingen = [];
    private int _declared;
    private bool _hasGroepen;
    private bool _hasLeerkrachten;

    public UwlrVerzameling(
        XmlReader reader, UwlrNamen namen, Vestigingsnummer vestiging, IProgress<int>? progress)
    {
        (_reader, _namen, _vestiging, _progress) = (reader, namen, vestiging, progress);
        _groepen = new UwlrGroepen(vestiging);
        _personen = new UwlrPersoonlezer(reader, namen, _teksten, _groepen, _verwijzingen);
    }

    /// <summary>Whether the answer had the block that makes it a list.</summary>
    public bool HasLeerlingen { get; private set; }

    /// <summary>Reads the current element if it is one of the three lists.</summary>
    public bool TryRead()
    {
        if (!ReferenceEquals(_reader.NamespaceURI, _namen.Lg))
        {
            return false;
        }

        var name = _reader.LocalName;
        if (ReferenceEquals(name, _namen.Groepen))
        {
            _hasGroepen = true;
            ReadGroepen();
        }
        else if (ReferenceEquals(name, _namen.Leerlingen))
        {
            HasLeerlingen = true;
            ReadPersonen(_namen.Leerling, _leerlingen, _personen.ReadLeerlingveld);
        }
        else if (ReferenceEquals(name, _namen.Leerkrachten))
        {
            _hasLeerkrachten = true;
            ReadPersonen(_namen.Leerkracht, _leerkrachten, _personen.ReadLeerkrachtveld);
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
        var samenstelling = new UwlrSamenstelling(_vestiging, _hasGroepen, groepen, _verwijzingen);
        return new Personenlijst(
            BronInhoud.Gegevens,
            _vestiging,
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
        var depth = _reader.Enter();
        while (_reader.NextChild(depth))
        {
            var name = LgName();
            if (ReferenceEquals(name, _namen.Groep))
            {
                ReadGroep(Groepsoort.Stamgroep);
            }
            else if (ReferenceEquals(name, _namen.SamengesteldeGroep))
            {
                ReadGroep(Groepsoort.Samengesteld);
            }
            else
            {
                _reader.SkipElement(Bron);
            }
        }
    }

    private void ReadGroep(Groepsoort soort)
    {
        AnswerLimit.Groepen.Check(++_declared);
        var (key, naam, jaargroep) = (ReadKey(), "", Leerjaren.Absent);
        var depth = _reader.Enter();
        while (_reader.NextChild(depth))
        {
            var name = LgName();
            if (ReferenceEquals(name, _namen.Naam))
            {
                naam = Tekst(key);
            }
            else if (ReferenceEquals(name, _namen.Jaargroep) && soort == Groepsoort.Stamgroep)
            {
                jaargroep = ReadJaargroep(key);
            }
            else
            {
                _reader.SkipElement(Bron);
            }
        }

        Declare(key, soort, naam, jaargroep);
    }

    // C is a class of several leerjaren (EDEXML 2.1): no leerjaar, and nothing odd.
    private int ReadJaargroep(string key)
    {
        var text = _teksten.Of(_reader.ReadText(Bron)).Value;
        var jaargroep = Leerjaren.Parse(text);
        Note(jaargroep == Leerjaren.Unknown && text is not "C", UwlrMeldingen.GroepsjaarOnbekend, key);
        return jaargroep;
    }

    private void Declare(string key, Groepsoort soort, string naam, int jaargroep)
    {
        if (key.Length == 0 || !SourceText.Fits(key, MaxKey))
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
        Note(naam.Length == 0, UwlrMeldingen.GroepZonderNaam, key);
        Note(
            naam.Length > 0 && !SourceText.Fits(naam, MaxGroepsnaam),
            static k => UwlrMeldingen.GroepIngekort(k, MaxGroepsnaam),
            key);
        groep.Gegevens = new GroepGegevens(
            groep.Sleutel, soort, volledig.Cut(MaxGroepsnaam), jaargroep > 0 ? jaargroep : null);
    }

    private string Tekst(string groepsleutel)
    {
        var (text, repair) = _teksten.Of(_reader.ReadText(Bron));
        Note(repair, "Naam", groepsleutel);
        return text;
    }

    private void ReadPersonen(string element, Poollijst<Persoonregel> personen, UwlrPersoonlezer.Veldlezer readVeld)
    {
        var depth = _reader.Enter();
        while (_reader.NextChild(depth))
        {
            if (ReferenceEquals(LgName(), element))
            {
                AnswerLimit.People.Check(_leerlingen.Count + _leerkrachten.Count + 1);
                personen.Add(_personen.Read(readVeld));
                Report();
            }
            else
            {
                _reader.SkipElement(Bron);
            }
        }
    }

    private void Report()
    {
        var count = _leerlingen.Count + _leerkrachten.Count;
        if (_progress is not null && count % ProgressStep == 0)
        {
            _progress.Report(count);
        }
    }

    private string ReadKey()
    {
        var (key, repair) = _reader.MoveToAttribute(_namen.Key) ? _teksten.Of(_reader.Value) : default;
        _reader.MoveToElement();
        Note(repair, "Sleutel", key);
        return key ?? "";
    }

    private void Note(TextRepair repair, string wat, string groepsleutel)
    {
        if (repair != TextRepair.None)
        {
            _meldingen.AddRange(TextMeldingen.For(repair, $"{wat} van groep '{groepsleutel}'"));
        }
    }

    // Made only when there is something to tell: an answer has a thousand groepen.
    private void Note(bool condition, Func<string, Melding> melding, string groepsleutel)
    {
        if (condition)
        {
            _meldingen.Add(melding(groepsleutel));
        }
    }

    private void Note(bool condition, Melding melding)
    {
        if (condition)
        {
            _meldingen.Add(melding);
        }
    }

    private string? LgName() => ReferenceEquals(_reader.NamespaceURI, _namen.Lg) ? _reader.LocalName : null;
}
