using System.Globalization;

namespace Kurve.Numo.Simulator.Bevolking;

/// <summary>What follows from a pupil's number and class: the lesson groups and the date of birth.</summary>
internal static class Lesrooster
{
    private const int MinsteVakken = 8;

    /// <summary>The pupil's 8 to 12 lesson groups.</summary>
    public static IEnumerable<Lesgroep> LesgroepenOf(Leerling leerling, int seed, int school)
    {
        var vakken = leerling.Klas.Vakken;
        var dice = Dice.For(seed, Onderwerp.Lesgroepen, school, leerling.Nummer);
        var aantal = MinsteVakken + dice.Below(vakken.Count - MinsteVakken + 1);
        var begin = dice.Below(vakken.Count);
        for (var i = 0; i < aantal; i++)
        {
            var groepen = vakken[(begin + i) % vakken.Count];
            // From leerjaar 4 on, lesson groups mix the classes of a level.
            var groep = leerling.Klas.Leerjaar < 4 ? leerling.Klas.Nevenklas : dice.Below(groepen.Length);
            yield return groepen[groep];
        }
    }

    /// <summary>A date of birth that suits the leerjaar; it does not change when the pupil moves.</summary>
    public static string GeboortedatumOf(Leerling leerling, int seed, int school, int beginjaar)
    {
        var dice = Dice.For(seed, Onderwerp.Lesgroepen, school, leerling.Nummer, 1);
        return new DateOnly(beginjaar - 11 - leerling.Klas.Leerjaar, 1, 1).AddDays(dice.Below(365))
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
