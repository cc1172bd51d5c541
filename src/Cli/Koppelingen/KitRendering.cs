using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using Spectre.Console;

namespace Kurve.Numo.Cli.Koppelingen;

/// <summary>Shows a password, and shows or writes what goes with it.</summary>
internal static class KitRendering
{
    /// <summary>A password that was made, with how to pass it on.</summary>
    public static void WritePassword(IAnsiConsole console, Koppeling koppeling, string password)
    {
        Plain.Write(console, $"Password of web service user {koppeling.WebserviceGebruiker}, shown this once:");
        Plain.Write(console, "");
        Plain.Write(console, "    " + password);
        Plain.Write(console, "");
        Plain.Write(
            console,
            "It is in no file and cannot be shown again. Give it to the school by another way than the query and the "
                + "instructions: by telephone or text message, never in the same e-mail.");
    }

    /// <summary>Writes query and instructions to the folder; without one, shows them unless JSON holds them.</summary>
    /// <param name="session">The run of the command.</param>
    /// <param name="folder">The folder, if any.</param>
    /// <param name="kit">Query and instructions.</param>
    /// <param name="wachtwoord">The password that must be in none of them; empty when none was made.</param>
    /// <exception cref="RefusedException">They cannot be written, or hold the password.</exception>
    public static void Write(Session session, KitFolder? folder, KitFiles kit, string wachtwoord)
    {
        if (folder is not null)
        {
            var console = session.Json ? session.Terminal.Error : session.Terminal.Out;
            foreach (var file in folder.Write(kit, wachtwoord))
            {
                Plain.Write(console, $"Wrote {file}");
            }
        }
        else if (!session.Json)
        {
            WriteText(session.Terminal.Out, $"{kit.QueryBestand} (version {kit.QueryVersie})", kit.Query);
            WriteText(session.Terminal.Out, "instructies", kit.Tekst);
        }
    }

    private static void WriteText(IAnsiConsole console, string title, string text)
    {
        Plain.Write(console, "");
        Plain.Write(console, $"--- {title}");
        foreach (var line in text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            Plain.Write(console, line.Replace("\t", "    ", StringComparison.Ordinal));
        }

        Plain.Write(console, "---");
    }
}
