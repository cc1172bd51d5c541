using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Koppelingen;

/// <summary>Writes down the checks of one diagnosis, with the time since the one before.</summary>
internal sealed class Proefverslag(TimeProvider clock, IProgress<Controle>? progress)
{
    private readonly List<Controle> _controles = [];
    private long _begin = clock.GetTimestamp();

    public IReadOnlyList<Controle> Controles => _controles;

    public bool NieuwWachtwoordWerkt { get; set; }

    /// <summary>Whether the check of user and password has succeeded.</summary>
    public bool IsIngelogd => Next > Controlesoort.Inloggen
        && _controles[(int)Controlesoort.Inloggen].Uitkomst == Controleuitkomst.Geslaagd;

    /// <summary>Notes what a step gave; whether it succeeded.</summary>
    public bool Note(Controlesoort soort, Result<string> gezien)
    {
        if (gezien.Error is { } error)
        {
            Fail(soort, error, storing: error is Bronfout { Tijdelijk: true });
            return false;
        }

        Pass(soort, gezien.Value);
        return true;
    }

    public void Pass(Controlesoort soort, string gezien) => Add(
        new Controle(soort, Controleuitkomst.Geslaagd, Elapsed(), gezien));

    /// <summary>What lies before a check that was reached has succeeded.</summary>
    public void PassUntil(Controlesoort soort)
    {
        while (Next < soort)
        {
            Pass(
                Next,
                Next == Controlesoort.Inloggen ? "Gebruiker en wachtwoord geaccepteerd." : "De lijst is leesbaar.");
        }
    }

    public void Warn(Controlesoort soort, string code, string gezien, Actiehouder actiehouder, string advies) =>
        Add(new Controle(soort, Controleuitkomst.Waarschuwing, Elapsed(), gezien, code, actiehouder, advies));

    public void Fail(Controlesoort soort, Error error, bool storing = false) => Add(
        new Controle(
            soort,
            Controleuitkomst.Mislukt,
            Elapsed(),
            error.Message,
            error.Code,
            (error as Bronfout)?.Actiehouder ?? Actiehouder.Kurve,
            error.Tekst,
            storing));

    /// <summary>Passes over a check that cannot be made, for a reason that the next one tells.</summary>
    public void Skip(Controlesoort soort, string gezien) =>
        Add(new Controle(soort, Controleuitkomst.Overgeslagen, TimeSpan.Zero, gezien));

    /// <summary>Skips all checks up to and including this one.</summary>
    public T? SkipThrough<T>(Controlesoort soort)
        where T : class
    {
        while (_controles.Count <= (int)soort)
        {
            Add(new Controle(
                Next, Controleuitkomst.Overgeslagen, TimeSpan.Zero, "Niet gedaan: een eerdere controle mislukte."));
        }

        return null;
    }

    private Controlesoort Next => (Controlesoort)_controles.Count;

    private void Add(Controle controle)
    {
        _begin = clock.GetTimestamp();
        _controles.Add(controle);
        progress?.Report(controle);
    }

    private TimeSpan Elapsed() => clock.GetElapsedTime(_begin);
}
