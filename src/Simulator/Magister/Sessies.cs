using System.Collections.Concurrent;

namespace Kurve.Numo.Simulator.Magister;

/// <summary>Open sessions of the web service, and the last error of each.</summary>
internal sealed class Sessies(Simulatie simulatie)
{
    // By token and, for user;password, by BRIN: two schools may have chosen the same password.
    private readonly ConcurrentDictionary<(string Token, string Brin), Sessie> _sessies = new();

    /// <summary>Every token that was handed out, also of sessions that have ended.</summary>
    public ConcurrentQueue<string> Tokens { get; } = [];

    /// <summary>Opens a session.</summary>
    public string Open(SimulatedSchool school)
    {
        var token = Guid.NewGuid().ToString().ToUpperInvariant();
        Tokens.Enqueue(token);
        _sessies[(token, "")] = SessieOf(school);
        return token;
    }

    /// <summary>
    /// The session behind a token, or behind <c>user;password</c>, which is accepted wherever a token is; null when
    /// it is unknown or belongs to another school than the address. The account is looked at each time, since a school
    /// may change its password or remove the user.
    /// </summary>
    public Sessie? Find(string token, SimulatedSchool? inAdres)
    {
        if (FindAccount(token, inAdres) is { } school)
        {
            return _sessies.GetOrAdd((token, school.Brin), _ => SessieOf(school));
        }

        return _sessies.TryGetValue((token, ""), out var sessie) && (inAdres is null || sessie.School == inAdres)
            ? sessie
            : null;
    }

    /// <summary>Ends a session; false when it was not there.</summary>
    public bool Close(string token, SimulatedSchool? inAdres) =>
        _sessies.TryRemove((token, FindAccount(token, inAdres)?.Brin ?? ""), out _);

    private SimulatedSchool? FindAccount(string token, SimulatedSchool? inAdres)
    {
        var deel = token.IndexOf(';', StringComparison.Ordinal);
        return deel < 0 ? null : simulatie.FindByAccount(token[..deel], token[(deel + 1)..], inAdres);
    }

    private Sessie SessieOf(SimulatedSchool school) => new(school, simulatie.InrichtingOf(school).Wachtwoord);
}

/// <summary>A session of a school's account.</summary>
internal sealed class Sessie(SimulatedSchool school, string wachtwoord)
{
    /// <summary>Whose session it is.</summary>
    public SimulatedSchool School => school;

    /// <summary>The password that it was opened with.</summary>
    public string Wachtwoord => wachtwoord;

    /// <summary>Number and text of the last error; 0 and an empty text when there was none.</summary>
    public (int Nummer, string Tekst) LaatsteFout { get; set; } = (0, "");
}
