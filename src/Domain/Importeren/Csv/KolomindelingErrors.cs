using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren.Csv;

/// <summary>The school has saved no layout of columns under this name.</summary>
public sealed record KolomindelingOnbekend(string Naam)
    : Error(
        ErrorKind.NotFound,
        "KOLOMINDELING_ONBEKEND",
        $"This school has no saved layout of columns '{Naam}'; ListKolomindelingen lists them.",
        $"Kolomindeling '{Naam}' is niet bekend. Kies er een uit de lijst, of sla haar eerst op.");

/// <summary>Somebody else changed the layout of columns since it was read.</summary>
public sealed record KolomindelingGewijzigd(string Naam)
    : Error(
        ErrorKind.Conflict,
        "KOLOMINDELING_GEWIJZIGD",
        $"The layout of columns '{Naam}' was changed by somebody else meanwhile: read it again and decide again.",
        $"Kolomindeling '{Naam}' is intussen gewijzigd; bekijk haar opnieuw.");

/// <summary>All reasons why a layout of columns cannot be saved.</summary>
public static class KolomindelingErrors
{
    /// <summary>The name is none.</summary>
    public static ValueInvalid NaamOngeldig(int max) => new(
        "NAAM_ONGELDIG", $"A layout's name has 1 to {max} characters.", $"Geef de kolomindeling een naam van 1 tot {max} tekens.")
    {
        Field = "naam",
    };

    /// <summary>No columns, or too many.</summary>
    public static ValueInvalid AantalOngeldig(int aantal, int max) => new(
        "AANTAL_ONGELDIG",
        $"A layout has 1 to {max} columns, this one has {aantal}.",
        $"Een kolomindeling heeft 1 tot {max} kolommen, deze heeft er {aantal}.")
    {
        Field = "kolommen",
    };

    /// <summary>A name of a column without letters or digits.</summary>
    public static ValueInvalid KopOngeldig(int plaats) => new(
        "KOP_ONGELDIG",
        "The name of a column has letters or digits, and 100 characters at most.",
        "De naam van een kolom bestaat uit letters of cijfers, en is hoogstens 100 tekens lang.")
    {
        Field = $"kolommen[{plaats}].kop",
    };

    /// <summary>A column that must not be read.</summary>
    public static ValueInvalid KopVerboden(int plaats) => new(
        "KOP_VERBODEN",
        "A column with numbers of citizens is never read.",
        "Een kolom met burgerservicenummers leest Numo niet.")
    {
        Field = $"kolommen[{plaats}].kop",
    };

    /// <summary>The same name twice.</summary>
    public static ValueInvalid KopDubbel(int plaats) => new(
        "KOP_DUBBEL", "This name of a column stands in the layout twice.", "Deze kolomnaam staat twee keer in de indeling.")
    {
        Field = $"kolommen[{plaats}].kop",
    };

    /// <summary>Two columns for the same.</summary>
    public static ValueInvalid KolomDubbel(int plaats, Csvkolom kolom) => new(
        "KOLOM_DUBBEL",
        $"Another column of the layout is {kolom} already.",
        $"Een andere kolom van de indeling is al {Kolomnamen.Of(kolom)}.")
    {
        Field = $"kolommen[{plaats}].kolom",
    };
}
