using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Schooljaren;

/// <summary>Changes of school year as words.</summary>
internal static class SchooljaarWords
{
    /// <summary>How far a change can be.</summary>
    public static IReadOnlyList<Wisselstaat> Staten { get; } =
        [.. Enum.GetValues<Wisselstaat>().Where(staat => staat != Wisselstaat.Unspecified)];

    /// <summary>How far a change is: <c>voorbereid</c>.</summary>
    public static string NameOf(Wisselstaat staat) => staat.ToString().ToLowerInvariant();

    /// <summary>When the school year begins.</summary>
    /// <param name="dagen">Days until then; negative after that.</param>
    public static string Begin(int dagen) => dagen switch
    {
        0 => "begins today",
        > 0 => $"begins in {Words.Count(dagen, "day", "days")}",
        _ => $"began {Words.Count(-dagen, "day", "days")} ago",
    };

    /// <summary>Who took a step and when; what is given when nobody did.</summary>
    public static string Of(Wisselstap? stap, string otherwise) =>
        stap is null ? otherwise : $"{Words.Of(stap.Time)} by {stap.Door}";

    /// <summary>Why a run waits, as codes.</summary>
    public static string Remmen(WachtendeRun run) =>
        string.Join(",", run.Remmen.Select(rem => rem.Code).Distinct(StringComparer.Ordinal));
}
