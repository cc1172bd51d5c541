using static Kurve.Numo.Domain.Opleidingen.Zekerheid;

namespace Kurve.Numo.Domain.Opleidingen.Schoolcodes;

/// <summary>What a code means at one school in one leerjaar.</summary>
/// <param name="Reading">The best reading; null when no opleiding can be suggested.</param>
/// <param name="Zekerheid">How sure it is.</param>
/// <param name="Alternatieven">What else a person may choose, as codes of opleidingen.</param>
internal readonly record struct Judgment(
    CodeReading? Reading, Zekerheid Zekerheid, IReadOnlyList<string> Alternatieven);

/// <summary>
/// Judges the readings of a code by the leerjaar that was delivered: readings that cannot have that leerjaar drop out,
/// and what is left is certain when it is one opleiding.
/// </summary>
/// <param name="catalogus">Which leerjaren an opleiding has.</param>
/// <param name="locatiecijfer">Whether the school puts a location digit first.</param>
internal sealed class CodeJudge(Opleidingscatalogus catalogus, bool locatiecijfer)
{
    public Judgment Judge(CodeAnalysis analysis, int? leerjaar)
    {
        var choice = analysis.Readings.FirstOrDefault(reading => reading.Has(ReadingTrait.Choice));
        if (choice is not null || analysis.Readings.Count == 0)
        {
            return new Judgment(null, Onbekend, choice?.Alternatieven ?? analysis.Rest);
        }

        var fitting = Fitting(Placed(analysis.Readings), leerjaar);
        if (fitting.Count == 0)
        {
            var choices = analysis.Readings.SelectMany(reading => reading.Alternatieven);
            return new Judgment(null, Onbekend, [.. choices.Distinct(StringComparer.Ordinal)]);
        }

        var blocked = analysis.Readings.Any(reading => reading.Opleiding is null);
        return Decide(fitting, leerjaar, blocked ? Laag : Hoog);
    }

    // A school with a location digit means it wherever one can stand; at another it is a last resort.
    private List<CodeReading> Placed(IReadOnlyList<CodeReading> readings)
    {
        var levels = readings.Where(reading => reading.Opleiding is not null).ToList();
        var located = levels.FindAll(reading => reading.Has(ReadingTrait.Location));
        if (located.Count == 0 || located.Count == levels.Count || locatiecijfer)
        {
            return locatiecijfer && located.Count > 0 ? located : levels;
        }

        var direct = levels.FindAll(
            reading => !reading.Has(ReadingTrait.Location) && !reading.Has(ReadingTrait.ClassDigit));
        return direct.Count > 0 ? direct : [.. located, .. levels.Except(located)];
    }

    private List<CodeReading> Fitting(List<CodeReading> readings, int? leerjaar)
    {
        var legal = readings.FindAll(reading => IsLegal(reading, reading.Leerjaar ?? leerjaar));
        var left = legal.Count > 0 ? legal : readings;
        var same = left.FindAll(reading => reading.Leerjaar == leerjaar);
        return leerjaar is not null && same.Count > 0 && same.Count < left.Count
            ? left.FindAll(reading => reading.Leerjaar == leerjaar || reading.Leerjaar is null)
            : left;
    }

    private Judgment Decide(List<CodeReading> readings, int? leerjaar, Zekerheid most)
    {
        // Sorting is stable: what is equally good keeps the order of the table.
        var order = readings
            .OrderByDescending(reading => IsLegal(reading, leerjaar ?? reading.Leerjaar))
            .ThenBy(reading => reading.Has(ReadingTrait.Rare))
            .ThenByDescending(reading => CertaintyOf(reading, leerjaar))
            .ToList();
        var best = order[0];
        var zekerheid = CertaintyOf(best, leerjaar);
        var others = order.FindAll(reading => !IsSame(reading.Opleiding, best.Opleiding));
        var rival = others.Count == 0 ? Onbekend : others.Max(reading => CertaintyOf(reading, leerjaar));
        var judged = rival == Onbekend ? zekerheid
            : rival >= zekerheid || best.Has(ReadingTrait.BothWays) ? Laag
            : Min(zekerheid, Middel);
        return new Judgment(
            best,
            Min(judged, most),
            [
                .. others.Select(reading => reading.Opleiding!)
                    .Concat(judged == Hoog ? [] : best.Alternatieven)
                    .Where(code => !IsSame(code, best.Opleiding))
                    .Distinct(StringComparer.Ordinal),
            ]);
    }

    /// <summary>
    /// G is gemengd or gymnasium: where the leerjaar rules one out, and the source says the same leerjaar as the code,
    /// the other is sure.
    /// </summary>
    private Zekerheid CertaintyOf(CodeReading reading, int? leerjaar) =>
        reading.Has(ReadingTrait.Location) && !locatiecijfer ? Min(reading.Zekerheid, Middel)
        : !reading.Has(ReadingTrait.OneOfTwo) || reading.Zekerheid != Laag || reading.Leerjaar is not > 4
            ? reading.Zekerheid
        : reading.Leerjaar == leerjaar ? Hoog
        : Middel;

    private bool IsLegal(CodeReading reading, int? leerjaar) =>
        leerjaar is not { } jaar || catalogus.Find(reading.Opleiding) is not { } opleiding
        || opleiding.Leerjaren.Contains(jaar);

    private static bool IsSame(string? one, string? other) => string.Equals(one, other, StringComparison.Ordinal);

    private static Zekerheid Min(Zekerheid a, Zekerheid b) => a < b ? a : b;
}
