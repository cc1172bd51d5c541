using System.Xml;
using Kurve.Numo.Domain.Bronnen;
using Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

namespace Kurve.Numo.Infrastructure.Koppelingen.Uwlr;

/// <summary>Reads one leerling or leerkracht of an answer; its groepen become a range of one list that all share.</summary>
internal sealed class UwlrPersoonlezer(
    XmlReader reader, UwlrNamen namen, UwlrTeksten teksten, UwlrGroepen groepen, Poollijst<Groepregel> verwijzingen)
{
    // UWLR 2.2 XSD: EDEXSleutelType and gAchternaam. Its 10 characters for a voorvoegsel are fewer than real ones have.
    private const int MaxKey = 256;
    private const int MaxAchternaam = 200;
    private const int MaxVoorvoegsel = 64;
    private const int MaxRoepnaam = 64;

    // Room to see that a key is too long, whatever spaces stand around it.
    private const int LongestRaw = MaxKey * 4;

    // More than a person has fields: an element may be there many times.
    private const int MostRepairs = 32;

    // Keys are longer or have digits, mostly: those cost next to nothing.
    private const int LongestNoKey = 16;

    private const string Bron = Bronfouten.Bron;

    private readonly char[] _key = new char[LongestRaw];

    /// <summary>Reads the element that the reader stands on if it is a field of such a person.</summary>
    public delegate bool Veldlezer(string name, ref Persoonregel persoon);

    /// <summary>Reads the person that the reader stands on.</summary>
    public Persoonregel Read(Veldlezer readVeld)
    {
        var persoon = new Persoonregel { EersteGroep = verwijzingen.Count };
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
                persoon.EckId = ReadEckId(ref persoon);
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

        persoon.AantalGroepen = verwijzingen.Count - persoon.EersteGroep;
        return persoon;
    }

    // What is longer than any ECK iD is none, and need not be kept whole to say so.
    private string? ReadEckId(ref Persoonregel persoon)
    {
        var text = Read(ref persoon, namen.EckId, reader.Value);
        return text.Length == 0 ? null : text.Length <= LongestRaw ? text : text[..LongestRaw];
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

    /// <summary>Reads a field that only a leerling has.</summary>
    public bool ReadLeerlingveld(string name, ref Persoonregel persoon)
    {
        if (ReferenceEquals(name, namen.Jaargroep))
        {
            persoon.Jaargroep = Leerjaren.Parse(teksten.Of(reader.ReadText(Bron)).Value);
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

    /// <summary>Reads a field that only a leerkracht has.</summary>
    public bool ReadLeerkrachtveld(string name, ref Persoonregel persoon)
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
                verwijzingen.Add(groep);
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
            key = teksten.Of(key.ToString()).Value;
        }

        var isTooLong = !SourceText.Fits(key, MaxKey);
        return key.IsEmpty || isTooLong ? null : groepen.Get(key);
    }

    private string Read(ref Persoonregel persoon, string element, string raw)
    {
        var (text, repair) = teksten.Of(raw);
        if (repair != TextRepair.None && persoon.Herstel is not { Count: MostRepairs })
        {
            (persoon.Herstel ??= []).Add((repair, element));
        }

        return text;
    }

    // Half a key is the key of somebody else.
    private string? LimitKey(ref Persoonregel persoon)
    {
        var key = Read(ref persoon, namen.Key, reader.Value);
        if (!SourceText.Fits(key, MaxKey))
        {
            persoon.SleutelTeLang ??= (namen.Key, MaxKey);
            return null;
        }

        if (key.Length > LongestNoKey || !NoValue.IsNoKey(key))
        {
            return key;
        }

        persoon.SleutelIsGeen = key.Length > 0;
        return null;
    }

    // The schema asks at least one character everywhere, so an empty value says as little as an absent one.
    private string? Limit(ref Persoonregel persoon, string element, int max)
    {
        var text = Read(ref persoon, element, reader.ReadText(Bron));
        if (NoValue.IsNoName(text))
        {
            persoon.NaamIsGeen = true;
            return null;
        }

        if (SourceText.Fits(text, max))
        {
            return text.Length == 0 ? null : text;
        }

        persoon.TeLang ??= (element, max);
        return new SourceText(text, TextRepair.None).Cut(max);
    }

    private string? LgName() => ReferenceEquals(reader.NamespaceURI, namen.Lg) ? reader.LocalName : null;
}
