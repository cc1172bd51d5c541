using System.Collections.Concurrent;

namespace Kurve.Numo.Simulator.Magister;

/// <summary>Open sessions of the web service, and the last error of each.</summary>
internal sealed class Sessies(Simulatie simulatie)
{
    private readonly ConcurrentDictionary<string, Sessie> _sessies = new(StringComparer.Ordinal);

    /// <summary>Opens a session.</summary>
    public string Open(SimulatedSchool school)
    {
        var token = Guid.NewGuid().ToString().ToUpperInvariant();
        _sessies[token] = new Sessie(school);
        return token;
    }

    /// <summary>
    /// The session behind a token, or behind <c>user;password</c>, which is accepted wherever a token is; null when
    /// it is unknown or belongs to another school than the address.
    /// </summary>
    public Sessie? Find(string token, SimulatedSchool? inAdres)
    {
        if (_sessies.TryGetValue(token, out var sessie))
        {
            return inAdres is null || sessie.School == inAdres ? sessie : null;
        }

        var deel = token.IndexOf(';', StringComparison.Ordinal);
        var school = deel < 0 ? null : simulatie.FindByAccount(token[..deel], token[(deel + 1)..], inAdres);
        return school is null ? null : _sessies.GetOrAdd(token, _ => new Sessie(school));
    }

    /// <summary>Ends a session; false when it was not there.</summary>
    public bool Close(string token) => _sessies.TryRemove(token, out _);
}

/// <summary>A session of a school's account.</summary>
internal sealed class Sessie(SimulatedSchool school)
{
    /// <summary>Whose session it is.</summary>
    public SimulatedSchool School => school;

    /// <summary>Number and text of the last error; 0 and an empty text when there was none.</summary>
    public (int Nummer, string Tekst) LaatsteFout { get; set; } = (0, "");
}
