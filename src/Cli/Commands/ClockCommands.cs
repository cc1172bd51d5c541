using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.Clock;

namespace Kurve.Numo.Cli.Commands;

/// <summary>`numo clock`: the time that an API in Development and the simulator go by.</summary>
internal static class ClockCommands
{
    private const string Moments =
        "a moment such as 2027-08-01T00:30 (Dutch time), 2027-08-01T00:30+02:00, or a day such as 2027-08-01 (noon)";

    private const string Moves = "a length of time such as 1d, 12h, 1d12h, 2w, 90m or -1d";

    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var clock = new Command(
            "clock",
            "Shows and moves the clock for trials: in Development the API and the simulator can go by it, with the "
                + "nightly syncs, and not by the machine's. Example: numo clock set 2027-08-01T00:30");
        clock.Subcommands.Add(Show(run));
        clock.Subcommands.Add(Set(run));
        clock.Subcommands.Add(Move(run));
        clock.Subcommands.Add(Reset(run));
        return clock;
    }

    private static Command Show(CommandRunner run)
    {
        var file = File();
        var command = new Command(
            "show",
            "Shows what time it is for the service, and how far that is from the machine's time. "
                + "Example: numo clock show")
        {
            file,
        };
        command.SetAction(run((session, parsed, _) => Change(session, parsed.GetValue(file), (_, _) => null)));
        return command;
    }

    private static Command Set(CommandRunner run)
    {
        var file = File();
        var moment = Argument("MOMENT", $"What time it becomes: {Moments}.", DutchTime.Parse, Moments);
        var command = new Command(
            "set",
            "Sets the clock; from then on it runs as the machine's does. Example: numo clock set 2027-08-01T00:30")
        {
            moment, file,
        };
        command.SetAction(run((session, parsed, _) => Change(
            session,
            parsed.GetValue(file),
            (machine, _) => parsed.GetValue(moment)!.Value - machine)));
        return command;
    }

    private static Command Move(CommandRunner run)
    {
        var file = File();
        var length = Argument("LENGTH", $"How far: {Moves}.", ClockMove.Parse, Moves);
        var command = new Command(
            "move",
            "Moves the clock on, or back. Days and weeks keep what a Dutch clock shows; hours, minutes and seconds "
                + "are as long as they are. Back is for mistakes: what was stored meanwhile stays. Example: numo clock move 1d12h")
        {
            length, file,
        };
        command.SetAction(run((session, parsed, _) => Change(
            session,
            parsed.GetValue(file),
            (machine, offset) => Target(parsed.GetValue(length)!, machine + offset) - machine)));
        return command;
    }

    private static Command Reset(CommandRunner run)
    {
        var file = File();
        var command = new Command(
            "reset",
            "Goes back to the machine's time: removes the file, whatever it holds. Example: numo clock reset")
        {
            file,
        };
        command.SetAction(run((session, parsed, _) =>
        {
            var clock = FileOf(session, parsed.GetValue(file));
            Guard(() =>
            {
                clock.Remove();
                return TimeSpan.Zero;
            });
            return Task.FromResult(Print(session, clock, session.Clock.GetUtcNow(), TimeSpan.Zero));
        }));
        return command;
    }

    private static Option<FileInfo?> File() => new("--file")
    {
        Description = "The file of the clock (the API's setting Numo:Clock:TrialFile, the simulator's option --clock). "
            + $"Default: {TrialClockFile.Variable}, which the API needs as well. Example: --file ~/numo.clock",
        HelpName = "FILE",
    };

    private static Argument<T?> Argument<T>(string name, string description, Func<string, T?> parse, string expected) =>
        new(name)
        {
            Description = description,
            Arity = ArgumentArity.ExactlyOne,
            CustomParser = result =>
            {
                var text = result.Tokens[^1].Value;
                var value = parse(text);
                if (value is null)
                {
                    result.AddError($"'{text}' is not {expected}.");
                }

                return value;
            },
        };

    private static DateTimeOffset Target(ClockMove move, DateTimeOffset now)
    {
        try
        {
            return move.From(now);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw TooFar("That");
        }
    }

    /// <param name="session">The session.</param>
    /// <param name="given">The file that was given, if one was.</param>
    /// <param name="change">The new offset, from the machine's time and the offset of now; null leaves it.</param>
    private static Task<int> Change(
        Session session, FileInfo? given, Func<DateTimeOffset, TimeSpan, TimeSpan?> change)
    {
        var file = FileOf(session, given);
        var machine = session.Clock.GetUtcNow();
        var offset = Guard(file.Read);
        if (change(machine, offset) is { } wanted)
        {
            if (!TrialClockFile.IsWithinBounds(wanted))
            {
                throw TooFar(Dutch(machine + wanted));
            }

            offset = Guard(() =>
            {
                file.Write(wanted);
                return wanted;
            });
        }

        return Task.FromResult(Print(session, file, machine, offset));
    }

    private static TrialClockFile FileOf(Session session, FileInfo? given)
    {
        var path = given?.FullName ?? session.Variable(TrialClockFile.Variable);
        return string.IsNullOrEmpty(path)
            ? throw new WrongUsageException(
                $"No clock file is named: give --file FILE, or set {TrialClockFile.Variable}, which the API needs "
                    + "as well.")
            : new TrialClockFile(path);
    }

    private static TimeSpan Guard(Func<TimeSpan> work)
    {
        try
        {
            return work();
        }
        catch (TrialClockException exception)
        {
            throw new RefusedException(exception.Message);
        }
    }

    private static WrongUsageException TooFar(string what) =>
        new($"{what} is too far: the clock can be at most 20 years before or after the machine's time.");

    private static int Print(Session session, TrialClockFile file, DateTimeOffset machine, TimeSpan offset)
    {
        var time = machine + offset;
        if (session.Json)
        {
            session.Terminal.Out.Profile.Out.Writer.WriteLine(ProtoJson.Format(new JsonObject
            {
                ["file"] = file.Path,
                ["time"] = time.UtcDateTime,
                ["dutchTime"] = DutchTime.Format(time),
                ["machineTime"] = machine.UtcDateTime,
                ["offsetSeconds"] = (long)offset.TotalSeconds,
            }));
            return ExitCode.Done;
        }

        Details.Write(
            session.Terminal.Out,
            ("Time", $"{Dutch(time)} (Dutch time)"),
            ("Machine", $"{Dutch(machine)} (Dutch time)"),
            ("Offset", Describe(offset)),
            ("File", file.Path));
        return ExitCode.Done;
    }

    private static string Dutch(DateTimeOffset moment) =>
        DutchTime.ClockAt(moment).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Describe(TimeSpan offset) => offset == TimeSpan.Zero
        ? "none: the machine's time"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{Words.Count(Math.Abs(offset.Days), "day", "days")} {offset.Duration():hh\\:mm\\:ss} "
                + $"{(offset > TimeSpan.Zero ? "ahead of" : "behind")} the machine's time");
}
