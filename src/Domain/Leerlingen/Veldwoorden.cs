namespace Kurve.Numo.Domain.Leerlingen;

/// <summary>The fields of a person in Dutch, as schools read them.</summary>
public static class Veldwoorden
{
    /// <summary>The word for one field.</summary>
    public static string Of(Veld veld) => veld switch
    {
        Veld.EckId => "ECK iD",
        Veld.UwlrKey => "sleutel",
        Veld.IdGebr => "loginaccount",
        Veld.Email => "e-mailadres",
        _ => veld.ToString().ToLowerInvariant(),
    };

    /// <summary>The words for several fields, with <c>en</c> between.</summary>
    public static string OfAll(Veld velden) => string.Join(
        " en ", Enum.GetValues<Veld>().Where(v => v != Veld.Geen && velden.HasFlag(v)).Select(Of));
}
