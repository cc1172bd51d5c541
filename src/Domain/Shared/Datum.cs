using System.Globalization;

namespace Kurve.Numo.Domain.Shared;

/// <summary>Writes days for people.</summary>
internal static class Datum
{
    /// <summary>A day as it is written in the Netherlands: <c>24-8-2026</c>.</summary>
    public static string Of(DateOnly dag) => dag.ToString("d-M-yyyy", CultureInfo.InvariantCulture);
}
