using System.Globalization;

namespace Kurve.Numo.Simulator.Bevolking;

/// <summary>A school of one school year on one day, as UWLR tells of it.</summary>
/// <param name="Schooljaar">Such as 2026-2027.</param>
/// <param name="Opbouw">Its classes and lesson groups.</param>
/// <param name="Sleutels">Everybody's keys.</param>
/// <param name="Mensen">Everybody.</param>
internal sealed record Schoolbeeld(string Schooljaar, Schoolopbouw Opbouw, Sleutels Sleutels, Momentopname Mensen)
{
    /// <summary>The calendar year in which the school year begins.</summary>
    public int Beginjaar => int.Parse(Schooljaar.AsSpan(0, 4), CultureInfo.InvariantCulture);
}
