using Kurve.Numo.Domain.Bronnen;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Infrastructure.Koppelingen.Uwlr;

/// <summary>A groep by its key: referred to, declared, or both. Groepen may be declared after their use.</summary>
internal sealed class Groepregel(Groepsleutel sleutel)
{
    public Groepsleutel Sleutel { get; } = sleutel;

    /// <summary>What the answer says of it; null as long as it is only referred to.</summary>
    public GroepGegevens? Gegevens { get; set; }

    /// <summary>Its place in the order of keys, once all groepen are known.</summary>
    public int Rang { get; set; }
}

/// <summary>A leerling or leerkracht as read, before its groepen are known.</summary>
internal struct Persoonregel()
{
    public string? Key { get; set; }

    public string? EckId { get; set; }

    public string? Roepnaam { get; set; }

    /// <summary>Null when absent; empty when the element was there without text.</summary>
    public string? Voorvoegsel { get; set; }

    public string? Achternaam { get; set; }

    public string? Email { get; set; }

    /// <summary>The own jaargroep; <see cref="Leerjaren.Absent"/> when there is none.</summary>
    public int Jaargroep { get; set; } = Leerjaren.Absent;

    public Groepregel? Stamgroep { get; set; }

    /// <summary>The second home class, where there may be one only.</summary>
    public Groepregel? AndereStamgroep { get; set; }

    /// <summary>Whether a home class was named by a key that is empty or too long: it has one, but which?</summary>
    public bool StamgroepOnbekend { get; set; }

    /// <summary>The same of another groep.</summary>
    public bool GroepOnbekend { get; set; }

    /// <summary>What had to be put right in which of its texts; null when nothing had.</summary>
    public List<(TextRepair Repair, string Element)>? Herstel { get; set; }

    /// <summary>Whether an e-mail address was delivered that is none.</summary>
    public bool EmailOnbruikbaar { get; set; }

    /// <summary>Whether its key was a word for none.</summary>
    public bool SleutelIsGeen { get; set; }

    /// <summary>Whether a part of its name was a word for none.</summary>
    public bool NaamIsGeen { get; set; }

    /// <summary>Its other groepen: a range of the list that all persons share.</summary>
    public int EersteGroep { get; set; }

    public int AantalGroepen { get; set; }

    /// <summary>The key of its own that is too long, and how long it may be.</summary>
    public (string Element, int Max)? SleutelTeLang { get; set; }

    /// <summary>The first other element that was too long and is cut, and how long it may be.</summary>
    public (string Element, int Max)? TeLang { get; set; }
}

/// <summary>Jaargroepen (EDEXML 2.1) as leerjaren of secondary education.</summary>
internal static class Leerjaren
{
    public const int Absent = 0;

    public const int Unknown = -1;

    /// <summary>
    /// 11 to 16 are leerjaar 1 to 6; 1 to 6 as well, since servers deliver those for secondary education against the
    /// standard's letter. Anything else says no leerjaar.
    /// </summary>
    public static int Parse(string jaargroep) => jaargroep switch
    {
        "" => Absent,
        [>= '1' and <= '6'] => jaargroep[0] - '0',
        ['1', >= '1' and <= '6'] => jaargroep[1] - '0',
        _ => Unknown,
    };
}
