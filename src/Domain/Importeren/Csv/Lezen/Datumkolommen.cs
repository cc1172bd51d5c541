namespace Kurve.Numo.Domain.Importeren.Csv.Lezen;

/// <summary>Finds columns with dates that are not read: who left may be marked there only.</summary>
internal static class Datumkolommen
{
    private const double Most = 0.8;

    // A day of birth is no day of leaving; Numo does not need it.
    private static readonly string[] OfBirth = ["geboorte", "birth", "gebdat"];

    /// <summary>What is to be said of them.</summary>
    public static IEnumerable<Melding> Warn(Kopregel kop, IReadOnlyList<Csvregel> regels) => kop.Koppen
        .Where((naam, plaats) => naam.Length > 0
            && kop.Kolommen[plaats] is null
            && !kop.IsDubbel(plaats)
            && !Array.Exists(OfBirth, Kolomnamen.Normalise(naam).Contains)
            && HoldsDates(regels, plaats))
        .Select(CsvMeldingen.KolomMetDatums);

    private static bool HoldsDates(IReadOnlyList<Csvregel> regels, int plaats)
    {
        var values = regels
            .Where(regel => plaats < regel.Velden.Count)
            .Select(regel => Celtekst.Of(regel.Velden[plaats]).Waarde)
            .Where(value => value.Length > 0)
            .ToArray();
        return values.Length > 0 && values.Count(Csvdatum.IsPlain) >= Most * values.Length;
    }
}
