using System.CommandLine;
using System.Globalization;
using Kurve.Numo.Clock;

namespace Kurve.Numo.Simulator;

/// <summary>The command line of the simulator.</summary>
internal static class SimulatorCommand
{
    private const int SchoolsShown = 10;

    private static readonly SimulatorOptions Defaults = new();
    private static readonly Option<int> Port =
        Number("--port", "Port on 127.0.0.1; 0 takes any free port", Defaults.Port);
    private static readonly Option<int?> MagisterPort = new("--magister-port")
    {
        Description = "Port of Magister's web service alone, which can be closed; 0 takes any free port",
    };

    private static readonly Option<int?> MailPort = new("--mail-port")
    {
        Description = "Port of a mail server that keeps what it gets, to be looked at under /mail; 0 takes any free port",
    };

    private static readonly Option<bool> Bare = new("--bare")
    {
        Description = "Schools begin with nothing set up in Magister, and a port of its own closed",
    };

    private static readonly Option<int> Pupils = Number("--pupils", "Pupils per school on day 0", Defaults.Pupils);
    private static readonly Option<int> Schools = Number("--schools", "Number of schools", Defaults.Schools);
    private static readonly Option<int> Vestigingen =
        Number("--vestigingen", "Vestigingen per school", Defaults.Vestigingen);

    private static readonly Option<int> Seed =
        Number("--seed", "What people, keys and passwords are derived from", Defaults.Seed);

    private static readonly Option<int> Day = Number("--day", "The day to start at", Defaults.Day);

    private static readonly Option<FileInfo?> ClockFile = new("--clock")
    {
        Description = "The day follows the clock in this file, which `numo clock` moves and the API can go by as well",
        HelpName = "FILE",
    };

    private static readonly Option<DateOnly?> FirstDay = new("--first-day")
    {
        Description = "With --clock: the date of day 0, such as 2026-09-01; default 1 September of the school year",
        HelpName = "DATE",
        CustomParser = result =>
        {
            var text = result.Tokens[^1].Value;
            if (DateOnly.TryParseExact(
                text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag))
            {
                return dag;
            }

            result.AddError($"'{text}' is not a date such as 2026-09-01.");
            return null;
        },
    };

    private static readonly Option<bool> Turbulent = new("--turbulent")
    {
        Description = "Days also bring moves to another vestiging, other keys, lost ECK iDs and teachers' other names",
    };

    private static readonly Option<int> WithoutKey =
        Number("--without-key", "Percentage of pupils without @key in UWLR 2.3", Defaults.WithoutKey);

    private static readonly Option<string> Schooljaar = new("--schooljaar")
    {
        Description = "School year with data, such as 2026-2027",
        DefaultValueFactory = _ => Defaults.Schooljaar,
    };

    private static readonly Option<Koppelkolom> Join = new("--join")
    {
        Description = "Web service column that equals the UWLR key (EckId: ExterneId holds the ECK iD)",
        DefaultValueFactory = _ => Defaults.Join,
    };

    private static readonly Option<string[]> UwlrVersie = new("--uwlr-versie")
    {
        Description = "UWLR version that is answered; may be given twice",
        DefaultValueFactory = _ => [.. Defaults.UwlrVersies],
    };

    private static readonly Option<Jaargroepvorm> Jaargroep = new("--jaargroep")
    {
        Description = "How UWLR writes the leerjaar",
        DefaultValueFactory = _ => Defaults.Jaargroep,
    };

    private static readonly Option<SoapTabel> SoapTabelVorm = new("--soap-tabel")
    {
        Description = "How Magister's SOAP form writes a table",
        DefaultValueFactory = _ => Defaults.SoapTabel,
    };

    private static readonly Option<bool> Quiet = new("--quiet") { Description = "Print nothing but errors" };

    /// <summary>The command: it runs until it is told to stop.</summary>
    public static RootCommand Build()
    {
        var command = new RootCommand(
            "Stand-in for Magister: UWLR and the web service of invented schools, on loopback.");
        Option[] options =
        [
            Port, MagisterPort, MailPort, Bare, Pupils, Schools, Vestigingen, Seed, Day, ClockFile, FirstDay, Turbulent,
            Schooljaar, Join, UwlrVersie, WithoutKey, Jaargroep, SoapTabelVorm, Quiet,
        ];
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        UwlrVersie.AcceptOnlyFromAmong("2.2", "2.3");
        command.Validators.Add(result =>
        {
            if (result.GetResult(FirstDay) is not null && result.GetResult(ClockFile) is null)
            {
                result.AddError("--first-day says which day a clock makes it: give --clock as well.");
            }
        });
        command.SetAction(RunAsync);
        return command;
    }

    private static SimulatorOptions Read(ParseResult parsed) => new()
    {
        Port = parsed.GetValue(Port),
        MagisterPort = parsed.GetValue(MagisterPort),
        MailPort = parsed.GetValue(MailPort),
        Bare = parsed.GetValue(Bare),
        Pupils = parsed.GetValue(Pupils),
        Schools = parsed.GetValue(Schools),
        Vestigingen = parsed.GetValue(Vestigingen),
        Seed = parsed.GetValue(Seed),
        Day = parsed.GetValue(Day),
        Clock = parsed.GetValue(ClockFile) is { } file
            ? new TrialClock(new TrialClockFile(file.FullName), TimeProvider.System, Console.Error.WriteLine)
            : null,
        FirstDay = parsed.GetValue(FirstDay),
        Turbulent = parsed.GetValue(Turbulent),
        Schooljaar = parsed.GetValue(Schooljaar)!,
        Join = parsed.GetValue(Join),
        UwlrVersies = parsed.GetValue(UwlrVersie)!,
        WithoutKey = parsed.GetValue(WithoutKey),
        Jaargroep = parsed.GetValue(Jaargroep),
        SoapTabel = parsed.GetValue(SoapTabelVorm),
        Quiet = parsed.GetValue(Quiet),
    };

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        try
        {
            return await RunAsync(Read(parsed), ct);
        }
        catch (TrialClockException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
    }

    private static async Task<int> RunAsync(SimulatorOptions options, CancellationToken ct)
    {
        if (options.FindFault() is { } fault)
        {
            await Console.Error.WriteLineAsync(fault);
            return 2;
        }

        try
        {
            await using var host = await SimulatorHost.StartAsync(options, ct);
            if (!options.Quiet)
            {
                Announce(host, Console.Out);
            }

            await Task.Delay(Timeout.Infinite, ct);
            return 0;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return 0;
        }
        catch (IOException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
    }

    /// <summary>The lines that other programs read: one for the address, one for each school, one for UWLR.</summary>
    internal static void Announce(SimulatorHost host, TextWriter writer)
    {
        writer.WriteLine($"LISTENING {host.Address.GetLeftPart(UriPartial.Authority)}");
        if (host.MagisterBase != host.Address)
        {
            writer.WriteLine($"MAGISTER {host.MagisterBase.GetLeftPart(UriPartial.Authority)}");
        }

        if (host.Mail is { } mail)
        {
            writer.WriteLine($"MAIL 127.0.0.1:{mail.Port}");
        }

        foreach (var school in host.Scholen.Take(SchoolsShown))
        {
            writer.WriteLine(
                $"SCHOOL brin={school.Brin} vestiging={string.Join(',', school.Vestigingen)} domein={school.Domein}"
                + $" gebruiker={school.Gebruiker} wachtwoord={school.Wachtwoord} pupils={school.Pupils}");
        }

        if (host.Scholen.Count > SchoolsShown)
        {
            writer.WriteLine($"SCHOOLS {host.Scholen.Count}");
        }

        writer.WriteLine(
            $"UWLR sleutel={host.Uwlr.Autorisatiesleutel} klantcode={host.Uwlr.Klantcode}"
            + $" klantnaam={host.Uwlr.Klantnaam}");
        writer.Flush();
    }

    private static Option<int> Number(string name, string description, int standard) =>
        new(name) { Description = description, DefaultValueFactory = _ => standard };
}
