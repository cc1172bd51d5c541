using System.Globalization;

namespace Kurve.Numo.Application.Shared;

/// <summary>Writes versions as etags; callers only compare them.</summary>
public static class Etags
{
    /// <summary>The etag of a version.</summary>
    public static string Of(long versie) => versie.ToString(CultureInfo.InvariantCulture);
}
