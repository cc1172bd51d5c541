using System.Globalization;
using System.Text;

namespace Kurve.Numo.Simulator.Bevolking;

/// <summary>
/// Invented names. Last names are put together from syllables, so that they belong to nobody in particular.
/// </summary>
internal static class Namen
{
    private static readonly string[] Roepnamen =
    [
        "Aafke", "Adem", "Aimée", "Amira", "André", "Anouk", "Ayşe", "Bente", "Björn", "Bo", "Bram", "Britt", "Cas",
        "Céline", "Chloé", "Daan", "Dewi", "Dilara", "Eline", "Emre", "Esmée", "Eva", "Fabiënne", "Femke", "Fenna",
        "Finn", "Gijs", "Güler", "Hanna", "Hidde", "Ilse", "Imane", "Indy", "Ismaël", "Iris", "Jade", "Jelle", "Jens",
        "Jesse", "Jip", "Joël", "Jonas", "Jörgen", "Julia", "Kaan", "Kars", "Kiki", "Koen", "Lars", "Léa", "Lieke",
        "Loïs", "Lotte", "Luuk", "Maël", "Maud", "Max", "Mees", "Mila", "Milan", "Naomi", "Niels", "Noa", "Noël", "Noor",
        "Olivia", "Oscar", "Pien", "Pim", "Pleun", "Quinten", "Raoul", "René", "Renée", "Rosa", "Ruben", "Saïd", "Sam",
        "Sanne", "Sara", "Senna", "Sietse", "Sofie", "Stijn", "Teun", "Thijs", "Tygo", "Veerle", "Vera", "Wessel",
        "Wietske", "Yara", "Youssef", "Zara", "Zoë",
    ];

    private static readonly string?[] Voorvoegsels =
    [
        null, null, null, null, null, null, null, null, null, null, null,
        "van", "van", "van der", "van der", "de", "de", "van den", "ten", "van 't",
    ];

    private static readonly string[] Beginsels =
    [
        "Achter", "Beuken", "Blauw", "Broek", "Donker", "Eiken", "Elzen", "Galgen", "Goud", "Groen", "Haver", "Heide",
        "Hooi", "Kalver", "Kersen", "Klaver", "Koren", "Leem", "Linde", "Meeuwen", "Merel", "Mosch", "Nieuw", "Noorder",
        "Oever", "Olmen", "Over", "Reigers", "Riet", "Roggen", "Schapen", "Slaper", "Sterren", "Tarwe", "Veen", "Vlier",
        "Vossen", "Water", "Wilgen", "Winter", "Wolken", "Zilver", "Zomer", "Zwaluwen",
    ];

    private static readonly string[] Slotten =
    [
        "beek", "berg", "boom", "bos", "brink", "broek", "daal", "dam", "dijk", "donk", "duin", "gaard", "haar", "hof",
        "horst", "huis", "kamp", "kant", "laar", "land", "maker", "meër", "mond", "oord", "rade", "steën", "stra",
        "veld", "voort", "weerd", "wijk", "zicht",
    ];

    private static readonly string[] AndereAchternamen =
    [
        "Aşkarlı", "Büyükveld", "Çelikstra", "Dēvinga", "El Ouazir", "Fernançal", "Gonzálveld", "Hoàngstra", "İncebeek",
        "Jönsholt", "Kowaleńska", "Müllenbrink", "Nuñezdaal", "Öztürkman", "Péréton", "Šimonveld", "Tjon-A-Meer",
    ];

    private static readonly string[] Achternamen =
        [.. from begin in Beginsels from slot in Slotten select begin + slot, .. AndereAchternamen];

    /// <summary>Throws a name.</summary>
    public static Naam Throw(ref Dice dice) =>
        new(dice.Pick(Roepnamen), dice.Pick(Voorvoegsels), dice.Pick(Achternamen));

    /// <summary>Another first or last name than before, as after a correction or a marriage.</summary>
    public static Naam Rename(Naam naam, ref Dice dice)
    {
        var ander = Throw(ref dice);
        if (dice.Chance(0.3) && !string.Equals(ander.Roepnaam, naam.Roepnaam, StringComparison.Ordinal))
        {
            return naam with { Roepnaam = ander.Roepnaam };
        }

        return string.Equals(ander.Achternaam, naam.Achternaam, StringComparison.Ordinal)
            ? naam with { Achternaam = naam.Achternaam + "-" + Slotten[0] }
            : naam with { Voorvoegsel = ander.Voorvoegsel, Achternaam = ander.Achternaam };
    }

    /// <summary>The letters a to z that are left of a text without its accents, in lower case.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD).ToLower(CultureInfo.InvariantCulture))
        {
            if (char.IsAsciiLetterLower(letter))
            {
                plain.Append(letter);
            }
        }

        return plain.ToString();
    }
}

/// <summary>What a person is called.</summary>
/// <param name="Roepnaam">First name.</param>
/// <param name="Voorvoegsel">Such as "van der"; null is none.</param>
/// <param name="Achternaam">Last name, without the prefix.</param>
internal readonly record struct Naam(string Roepnaam, string? Voorvoegsel, string Achternaam);
