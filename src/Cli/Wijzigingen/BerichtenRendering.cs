using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Wijzigingen;

/// <summary>Shows who is told, and what was sent.</summary>
internal static class BerichtenRendering
{
    /// <summary>What people are told of: <c>run-wacht</c>.</summary>
    public static string NameOf(Berichtsoort soort) => soort switch
    {
        Berichtsoort.RunWacht => "run-wacht",
        Berichtsoort.NachtMislukt => "nacht-mislukt",
        Berichtsoort.SchooljaarGewijzigd => "schooljaar-gewijzigd",
        _ => soort.ToString().ToLowerInvariant(),
    };

    /// <summary>Who is told, of what and when, and how each address fares.</summary>
    public static void Write(IAnsiConsole console, Berichtinstelling instelling)
    {
        Details.Write(
            console,
            ("berichten", instelling.Aan ? "aan" : "uit"),
            ("soorten", string.Join(", ", instelling.Soorten.Select(NameOf))),
            ("vanaf", $"{Words.Of(instelling.Uur)}:00 by the Dutch clock"),
            ("geheim", instelling.GeheimTime is { } since ? $"issued {Words.Of(since)}" : "none"),
            ("vorig geheim", instelling.VorigGeheimVervaltTime is { } until ? $"signs until {Words.Of(until)}" : ""),
            ("door", instelling.Door),
            ("gewijzigd", Words.Of(instelling.UpdateTime)));
        if (instelling.Adressen.Count == 0 && instelling.Webhook is null)
        {
            Plain.Write(console, "  Nobody is told: there is no address.");
            return;
        }

        var table = new TextTable(
            new("kanaal"), new("adres", Shrinkable: true), new("last day"), new("failed", Right: true), new("not before"));
        foreach (var adres in instelling.Adressen)
        {
            Add(table, "mail", adres);
        }

        if (instelling.Webhook is { } webhook)
        {
            Add(table, "webhook", webhook);
        }

        table.Write(console);
        Plain.Write(console, $"  {Words.Zone}");
    }

    /// <summary>How a test went.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyCollection<Testuitslag> uitslagen)
    {
        var table = new TextTable(new("kanaal"), new("adres", Shrinkable: true), new("outcome"));
        foreach (var uitslag in uitslagen)
        {
            table.AddWithNote(
                ReasonOf(uitslag.Fout),
                NameOf(uitslag.Kanaal),
                uitslag.Adres,
                uitslag.Fout is null ? "arrived" : "failed");
        }

        table.Write(console);
    }

    /// <summary>Messages, one a line, with what each tells beneath it.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyCollection<Bericht> berichten)
    {
        if (berichten.Count == 0)
        {
            Plain.Write(console, "  No messages yet.");
            return;
        }

        var table = new TextTable(
            new("since"), new("kanaal"), new("adres", Shrinkable: true), new("staat"), new("tries", Right: true), new("next"));
        foreach (var bericht in berichten)
        {
            var told = bericht.Aanleidingen.Select(a =>
                $"{NameOf(a.Soort)} {a.Onderwerp}: {string.Join(", ", a.Redenen.Select(r => r.Code))}");
            table.AddWithNote(
                string.Join("; ", told.Append(ReasonOf(bericht.Fout)).Where(line => line.Length > 0)),
                Words.Of(bericht.CreateTime),
                NameOf(bericht.Kanaal),
                bericht.Adres,
                bericht.Staat.ToString().ToLowerInvariant(),
                Words.Of(bericht.Pogingen),
                Words.Of(bericht.VolgendeTime));
        }

        table.Write(console);
        Plain.Write(console, $"  {Words.Count(berichten.Count, "message", "messages")}. {Words.Zone}");
    }

    /// <summary>A secret that was made, with what to do with it.</summary>
    public static void Write(IAnsiConsole console, RotateWebhookgeheimResponse answer)
    {
        Plain.Write(console, "Secret of the webhook, shown this once:");
        Plain.Write(console, "");
        Plain.Write(console, "    " + answer.Geheim);
        Plain.Write(console, "");
        Plain.Write(console, "Give it to whoever receives the calls; docs/webhooks.md says how to check them.");
        if (answer.Berichtinstelling.VorigGeheimVervaltTime is { } until)
        {
            Plain.Write(console, $"The one before signs as well until {Words.Of(until)}. {Words.Zone}");
        }
    }

    private static void Add(TextTable table, string kanaal, Berichtadres adres) => table.AddWithNote(
        ReasonOf(adres.Fout),
        kanaal,
        adres.Adres,
        adres.LaatsteDag,
        Words.Of(adres.Mislukt),
        Words.Of(adres.NietVoorTime));

    private static string NameOf(Berichtkanaal kanaal) => kanaal.ToString().ToLowerInvariant();

    private static string ReasonOf(Berichtfout? fout) => fout is null ? "" : $"{fout.Code}: {fout.Tekst}";
}
