using System.CommandLine.Parsing;
using Kurve.Numo.Cli.Koppelingen;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Koppelingen;

/// <summary>Gates, statuses and states as they are typed: in lower case, with hyphens; underscores and spaces do as well.</summary>
internal static class PoortOptions
{
    /// <summary>The gates that a person can report.</summary>
    public static readonly IReadOnlyList<Poort> Reportable =
        [Poort.Toestemming, Poort.Webservice, Poort.WachtwoordEnQuery, Poort.Allowlisting];

    /// <summary>All gates.</summary>
    public static readonly IReadOnlyList<Poort> Every = [.. Reportable, Poort.Activatie];

    /// <summary>All statuses of a gate.</summary>
    public static readonly IReadOnlyList<Poortstatus> Statuses =
        [Poortstatus.Open, Poortstatus.Gemeld, Poortstatus.Bevestigd, Poortstatus.Vervallen];

    /// <summary>All states of a koppeling.</summary>
    public static readonly IReadOnlyList<Koppelstaat> States =
        [Koppelstaat.InOpbouw, Koppelstaat.Actief, Koppelstaat.Opgeschort];

    /// <summary>Reads a gate.</summary>
    public static Poort Parse(ArgumentResult result, IReadOnlyList<Poort> known) =>
        Parse(result, known, KoppelingWords.Of);

    /// <summary>Reads one of the known values.</summary>
    /// <param name="result">What was given.</param>
    /// <param name="known">The known values.</param>
    /// <param name="nameOf">How each is typed.</param>
    public static T Parse<T>(ArgumentResult result, IReadOnlyList<T> known, Func<T, string> nameOf)
        where T : struct
    {
        var text = result.Tokens[^1].Value;
        foreach (var value in known)
        {
            if (string.Equals(nameOf(value), text.Trim().Replace('_', '-').Replace(' ', '-'), StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        var advice = string.Equals(text, "activatie", StringComparison.OrdinalIgnoreCase)
            ? " Activatie is done by `numo koppeling activate`."
            : "";
        var names = known.Select(nameOf).ToList();
        result.AddError($"'{text}' is not one of {string.Join(", ", names)}.{advice}{Suggestion.For(text, names)}");
        return default;
    }

    /// <summary>Gates as they are typed.</summary>
    public static string Names(IEnumerable<Poort> poorten) => string.Join(", ", poorten.Select(KoppelingWords.Of));
}
