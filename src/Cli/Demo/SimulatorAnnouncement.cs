using System.Text;

namespace Kurve.Numo.Cli.Demo;

/// <summary>A school that the simulator stands in for.</summary>
/// <param name="Brin">Its BRIN.</param>
/// <param name="Vestigingen">Its vestigingen, two digits each.</param>
/// <param name="Domein">Its name at Magister.</param>
/// <param name="Gebruiker">The web service user.</param>
/// <param name="Wachtwoord">The web service password.</param>
internal sealed record SimulatorSchool(
    string Brin, IReadOnlyList<string> Vestigingen, string Domein, string Gebruiker, string Wachtwoord);

/// <summary>What the simulator wants to see from a UWLR client.</summary>
/// <param name="Sleutel">The authorisation key.</param>
/// <param name="Klantcode">The customer code.</param>
/// <param name="Klantnaam">The customer name.</param>
internal sealed record SimulatorUwlr(string Sleutel, string Klantcode, string Klantnaam);

/// <summary>A simulator that is ready.</summary>
/// <param name="Address">Where it listens.</param>
/// <param name="Magister">Where its web service of Magister is.</param>
/// <param name="School">Its first school.</param>
/// <param name="Uwlr">Its UWLR credentials.</param>
internal sealed record SimulatorReady(Uri Address, Uri Magister, SimulatorSchool School, SimulatorUwlr Uwlr);

/// <summary>Reads the lines in which the simulator says where it listens and what its passwords are.</summary>
internal sealed class SimulatorAnnouncement
{
    private readonly TaskCompletionSource<SimulatorReady> _ready =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly Lock _lock = new();
    private Uri? _address;
    private Uri? _magister;
    private SimulatorSchool? _school;
    private SimulatorUwlr? _uwlr;

    /// <summary>Is done when all three are known; fails when a line cannot be understood.</summary>
    public Task<SimulatorReady> Ready => _ready.Task;

    /// <summary>Takes the next line; one that is something else is passed over.</summary>
    public void Read(string line)
    {
        lock (_lock)
        {
            try
            {
                Take(line.Trim());
            }
            catch (Exception e) when (e is KeyNotFoundException or UriFormatException)
            {
                _ready.TrySetException(new RefusedException($"The simulator said what is not understood: {e.Message}"));
            }

            if (_address is { } address && _school is { } school && _uwlr is { } uwlr)
            {
                _ready.TrySetResult(new SimulatorReady(address, _magister ?? address, school, uwlr));
            }
        }
    }

    private void Take(string line)
    {
        switch (line.Split(' ', 2))
        {
            case ["LISTENING", var address]:
                _address = new Uri(address);
                break;
            case ["MAGISTER", var address]:
                _magister = new Uri(address);
                break;
            case ["SCHOOL", var rest] when _school is null:
                var values = ParseValues(rest);
                _school = new SimulatorSchool(
                    values["brin"], values["vestiging"].Split(','), values["domein"], values["gebruiker"],
                    values["wachtwoord"]);
                break;
            case ["UWLR", var rest]:
                values = ParseValues(rest);
                _uwlr = new SimulatorUwlr(values["sleutel"], values["klantcode"], values["klantnaam"]);
                break;
            default:
                break;
        }
    }

    /// <summary>
    /// Reads <c>name=value name="value with spaces"</c>. A word without a name belongs to the value before it.
    /// </summary>
    public static IReadOnlyDictionary<string, string> ParseValues(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var name = "";
        foreach (var word in SplitWords(text))
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                name = word[..equals];
                values[name] = word[(equals + 1)..];
            }
            else if (name.Length > 0)
            {
                values[name] += " " + word;
            }
        }

        return values;
    }

    private static IEnumerable<string> SplitWords(string text)
    {
        var word = new StringBuilder();
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c != ' ' || quoted)
            {
                word.Append(c);
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }
}
