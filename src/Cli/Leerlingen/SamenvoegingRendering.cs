using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Leerlingen;

/// <summary>Shows what merging accounts does, and which accounts are two persons.</summary>
internal static class SamenvoegingRendering
{
    private const string Checked = "Checked; nothing was changed.";

    /// <summary>Two leerlingen that are merged.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="blijft">The one that stays.</param>
    /// <param name="vervalt">The other one.</param>
    /// <param name="samenvoeging">What went over.</param>
    /// <param name="target">The options that a command to undo it needs, ending with a space.</param>
    /// <param name="checks">Whether nothing was changed.</param>
    public static void Write(
        IAnsiConsole console, Leerling blijft, Leerling vervalt, Samenvoeging samenvoeging, string target, bool checks)
    {
        Plain.Write(console, checks ? Checked : "Merged.");
        LeerlingRendering.WriteDetails(console, blijft);
        Write(console, samenvoeging, "leerling", $"{Words.NameOf(vervalt)} {vervalt.Id}", vervalt.Id, target, checks);
    }

    /// <summary>Two docenten that are merged.</summary>
    public static void Write(
        IAnsiConsole console, Docent blijft, Docent vervalt, Samenvoeging samenvoeging, string target, bool checks)
    {
        Plain.Write(console, checks ? Checked : "Merged.");
        PersoonRendering.WriteDetails(console, blijft);
        Write(console, samenvoeging, "docent", $"{Words.NameOf(vervalt)} {vervalt.Id}", vervalt.Id, target, checks);
    }

    /// <summary>Two leerlingen of whom a merge is undone.</summary>
    public static void WriteUndone(IAnsiConsole console, Leerling blijft, Leerling hersteld, bool checks)
    {
        Plain.Write(console, checks ? Checked : "Both are again what they were.");
        LeerlingRendering.WriteDetails(console, blijft);
        LeerlingRendering.WriteDetails(console, hersteld);
    }

    /// <summary>Two docenten of whom a merge is undone.</summary>
    public static void WriteUndone(IAnsiConsole console, Docent blijft, Docent hersteld, bool checks)
    {
        Plain.Write(console, checks ? Checked : "Both are again what they were.");
        PersoonRendering.WriteDetails(console, blijft);
        PersoonRendering.WriteDetails(console, hersteld);
    }

    /// <summary>Two accounts that are two persons.</summary>
    public static void WriteVerschil(IAnsiConsole console, Verschil verschil, string done)
    {
        Plain.Write(console, done);
        Details.Write(
            console,
            ("one", verschil.EneId),
            ("other", verschil.AndereId),
            ("why", verschil.Reden),
            ("said by", verschil.Door),
            ("when", Words.Of(verschil.CreateTime)));
    }

    /// <summary>All accounts that are two persons.</summary>
    public static void WriteVerschillen(IAnsiConsole console, IReadOnlyCollection<Verschil> verschillen)
    {
        if (verschillen.Count == 0)
        {
            Plain.Write(console, "Nobody was told apart by hand.");
        }

        foreach (var verschil in verschillen)
        {
            WriteVerschil(console, verschil, "Two persons:");
        }
    }

    /// <summary>
    /// What to do about accounts that may be one person, to the letter: of each pair that nobody told apart.
    /// </summary>
    /// <param name="console">Where to.</param>
    /// <param name="bevindingen">The groups of accounts.</param>
    /// <param name="options">The global options to repeat, ending with a space if there are any.</param>
    /// <param name="school">The school, as the user called it.</param>
    public static void WriteAdvice(
        IAnsiConsole console, IEnumerable<Bevinding> bevindingen, string options, string school)
    {
        foreach (var (nummer, bevinding) in bevindingen.Select((b, i) => (i + 1, b)))
        {
            var persoon = bevinding.Docenten.Count > 0 ? "docent" : "leerling";
            (string Id, bool Actief)[] accounts =
            [
                .. bevinding.Leerlingen.Select(l => (l.Id, l.Status == V1.Status.Actief)),
                .. bevinding.Docenten.Select(d => (d.Id, d.Status == V1.Status.Actief)),
            ];
            foreach (var (keep, merge) in Pairs(accounts, bevinding.Verschillend))
            {
                Plain.Write(console, $"{Words.Of(nummer)} one person:  numo {persoon} merge \\");
                Plain.Write(console, $"    {options}--school {school} \\");
                Plain.Write(console, $"    --keep {keep} \\");
                Plain.Write(console, $"    --merge {merge} --validate-only");
                Plain.Write(console, $"{Words.Of(nummer)} two persons: numo {persoon} not-same \\");
                Plain.Write(console, $"    {options}--school {school} \\");
                Plain.Write(console, $"    {keep} {merge}");
            }
        }
    }

    // Who is active stays; of a group of three or more each is named with the first that it may be.
    private static IEnumerable<(string Keep, string Merge)> Pairs(
        (string Id, bool Actief)[] accounts, IReadOnlyCollection<Accountpaar> verschillend)
    {
        var apart = verschillend.SelectMany(p => new[] { (p.EneId, p.AndereId), (p.AndereId, p.EneId) }).ToHashSet();
        string[] ordered = [.. accounts.OrderByDescending(a => a.Actief).Select(a => a.Id)];
        return Enumerable.Range(1, Math.Max(0, ordered.Length - 1))
            .Select(i => (Of: i, With: Enumerable.Range(0, ordered.Length)
                .FirstOrDefault(o => o != i && !apart.Contains((ordered[o], ordered[i])), -1)))
            .Where(pair => pair.With >= 0)
            .Select(pair => (ordered[Math.Min(pair.Of, pair.With)], ordered[Math.Max(pair.Of, pair.With)]))
            .Distinct();
    }

    private static void Write(
        IAnsiConsole console, Samenvoeging samenvoeging, string persoon, string vervalt, string id, string target, bool checks)
    {
        Details.Write(
            console,
            ("merged with it", vervalt),
            ("gets", string.Join(", ", samenvoeging.OvergenomenVelden)),
            ("each keeps its own", string.Join(", ", samenvoeging.VerschillendeVelden)),
            ("into groepen", string.Join(", ", samenvoeging.GroepenErbij)),
            ("out of groepen", string.Join(", ", samenvoeging.GroepenEraf)),
            ("leerplannen", CountLeerplannen(samenvoeging)));
        Plain.Write(console, checks
            ? "Whatever a source delivers under keys of the archived one is of the one that stays."
            : $"To undo it: numo {persoon} unmerge {target}{id}");
    }

    private static string CountLeerplannen(Samenvoeging samenvoeging) =>
        samenvoeging.LeerplannenOver + samenvoeging.LeerplannenGebleven == 0
            ? ""
            : $"{Words.Of(samenvoeging.LeerplannenOver)} move, {Words.Of(samenvoeging.LeerplannenGebleven)} stay with the other";
}
