using System.Globalization;

namespace Kurve.Numo.Simulator.Magister;

/// <summary>
/// The functions of the web service that Numo uses. What no source tells is assumed, and marked so: the texts for a
/// refused session, and everything about <c>Logout</c>, <c>GetLastError</c> and <c>GetLastErrorMessage</c>.
/// </summary>
internal sealed class MagisterDienst(Simulatie simulatie)
{
    /// <summary>The list that a school installs for Numo.</summary>
    public const string Lijstnaam = "KurveLeerlingData";

    /// <summary>What a wrong user or password is answered with; the vendor's own text is not known.</summary>
    public static readonly MagisterAntwoord OngeldigAccount =
        new MagisterAntwoord.Geweigerd("Ongeldige gebruikersnaam of wachtwoord");

    /// <summary>What an unknown or expired session is answered with; assumed.</summary>
    public static readonly MagisterAntwoord OngeldigeSessie =
        new MagisterAntwoord.Geweigerd("Ongeldige of verlopen sessie");

    private readonly Sessies _sessies = new(simulatie);

    /// <inheritdoc cref="Sessies.Tokens"/>
    public IReadOnlyCollection<string> Tokens => _sessies.Tokens;

    /// <summary>Carries out a call.</summary>
    /// <param name="vraag">The call.</param>
    /// <param name="inAdres">The school that the address names, if it does.</param>
    public MagisterAntwoord Answer(MagisterVraag vraag, SimulatedSchool? inAdres)
    {
        if (vraag.Is("Algemeen", "Login"))
        {
            var school = simulatie.FindByAccount(vraag.Argument("UserName"), vraag.Argument("Password"), inAdres);
            return school is null ? OngeldigAccount : new MagisterAntwoord.Ingelogd(_sessies.Open(school));
        }

        var token = vraag.Argument("SessionToken");
        if (vraag.Is("Algemeen", "Logout"))
        {
            return _sessies.Close(token, inAdres) ? new MagisterAntwoord.Gedaan() : OngeldigeSessie;
        }

        return FindSessie(vraag, inAdres) is { } sessie
            ? Answer(vraag, sessie)
            : token.Contains(';', StringComparison.Ordinal) ? OngeldigAccount : OngeldigeSessie;
    }

    /// <summary>The session a call belongs to, or null.</summary>
    public Sessie? FindSessie(MagisterVraag vraag, SimulatedSchool? inAdres) =>
        _sessies.Find(vraag.Argument("SessionToken"), inAdres);

    /// <summary>Whether a call names the list that a school installs for Numo.</summary>
    public static bool IsOnzeLijst(MagisterVraag vraag) =>
        string.Equals(vraag.Argument("Layout"), Lijstnaam, StringComparison.Ordinal);

    /// <summary>Forgets the session of a call, as time does.</summary>
    public void Expire(MagisterVraag vraag) => _sessies.Close(vraag.Argument("SessionToken"), inAdres: null);

    private static MagisterAntwoord Answer(MagisterVraag vraag, Sessie sessie)
    {
        if (vraag.Is("Data", "GetData"))
        {
            return IsOnzeLijst(vraag)
                ? new MagisterAntwoord.Lijst(sessie.School)
                : Fail(sessie, 20, "EMGeneralFailure", $"Layout '{vraag.Argument("Layout")}' is niet gevonden");
        }

        if (vraag.Is("Data", "GetLastError"))
        {
            return new MagisterAntwoord.Waarde(sessie.LaatsteFout.Nummer.ToString(CultureInfo.InvariantCulture));
        }

        return vraag.Is("Data", "GetLastErrorMessage")
            ? new MagisterAntwoord.Waarde(sessie.LaatsteFout.Tekst)
            : Fail(sessie, 21, "EMGeneralFailure", $"Onbekende functie {vraag.Library}.{vraag.Function}");
    }

    /// <summary>An exception that the session remembers.</summary>
    public static MagisterAntwoord Fail(Sessie? sessie, int nummer, string klasse, string bericht)
    {
        if (sessie is not null)
        {
            sessie.LaatsteFout = (nummer, bericht);
        }

        return new MagisterAntwoord.Uitzondering(klasse, bericht);
    }
}
