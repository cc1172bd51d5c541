using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using System.Globalization;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands;

/// <summary>Arguments and options that several commands have.</summary>
internal static class Arguments
{
    /// <summary>The name of the option that <see cref="School"/> makes.</summary>
    public const string SchoolName = "--school";

    private const string DayFormat = "yyyy-MM-dd";
    private const int ShortestPrefix = 4;
    private const int LongestId = 36;

    /// <summary>The kinds that change something, and so can be applied.</summary>
    public static readonly IReadOnlyList<RegelSoort> Applicable =
        [RegelSoort.Nieuw, RegelSoort.Bijwerken, RegelSoort.Heractiveren, RegelSoort.Archiveren];

    /// <summary>All kinds.</summary>
    public static readonly IReadOnlyList<RegelSoort> Every =
    [
        .. Applicable, RegelSoort.Ongewijzigd, RegelSoort.Conflict, RegelSoort.Afgekeurd, RegelSoort.Aangehouden,
    ];

    /// <summary>The school that a command is about.</summary>
    public static Option<string> School() => new(SchoolName)
    {
        Description = "The school: its id, or its BRIN. Example: --school 99XY",
        HelpName = "ID|BRIN",
        Required = true,
    };

    /// <summary>Whether a command only says what it would do.</summary>
    public static Option<bool> ValidateOnly() => new("--validate-only")
    {
        Description = "Only say what would change; change nothing.",
    };

    /// <summary>Whether a command does its work without asking first.</summary>
    /// <param name="example">A command line with it.</param>
    public static Option<bool> Yes(string example) => new("--yes")
    {
        Description = $"Do not ask; required where nobody can be asked. Example: {example}",
    };

    /// <summary>The run that a command is about.</summary>
    public static Argument<string> Run()
    {
        var run = new Argument<string>("RUN")
        {
            Description = "The run: its id, the first characters of that, or 'latest' for the newest. "
                + "`numo import history` lists them.",
            CompletionSources = { RunLookup.Latest },
        };
        run.Validators.Add(CheckRun);
        return run;
    }

    /// <summary>Refuses what cannot name a run.</summary>
    public static void CheckRun(SymbolResult result)
    {
        if (result.Tokens is [.., { Value: var text }]
            && !string.Equals(text, RunLookup.Latest, StringComparison.OrdinalIgnoreCase)
            && (text.Length is < ShortestPrefix or > LongestId || text.Any(c => !char.IsAsciiHexDigit(c) && c != '-')))
        {
            result.AddError(
                $"'{text}' is not the id of a run, its first {ShortestPrefix} or more characters, or '{RunLookup.Latest}'.");
        }
    }

    /// <summary>Reads an id.</summary>
    /// <param name="result">What was given.</param>
    /// <param name="what">What it should be the id of, for who gave something else.</param>
    public static Guid ReadId(ArgumentResult result, string what)
    {
        var text = result.Tokens[^1].Value;
        if (!Guid.TryParse(text, out var id))
        {
            result.AddError($"'{text}' is not the id of {what}.");
        }

        return id;
    }

    /// <summary>The number of a row, as `numo import show` prints it.</summary>
    public static Option<int> Regel() => new("--regel")
    {
        Description = "The number of the row, as `numo import show` prints it. Example: --regel 12",
        HelpName = "N",
        Required = true,
        CustomParser = result =>
        {
            var text = result.Tokens[^1].Value;
            if (ReadRow(text) is { } number)
            {
                return number;
            }

            result.AddError($"'{text}' is not the number of a row, from 1.");
            return 0;
        },
    };

    /// <summary>Kinds of rows; may be repeated, and takes a list with commas.</summary>
    public static Option<RegelSoort[]> Soorten(string description, IReadOnlyList<RegelSoort> known) => new("--soort")
    {
        Description = $"{description} One or more of {Names(known)}; repeat the option or separate by commas. "
            + "Example: --soort nieuw,bijwerken",
        HelpName = "SOORT",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result => ParseEach(result, text => FindSoort(text, known), $"one of {Names(known)}"),
        CompletionSources = { _ => known.Select(s => new CompletionItem(NameOf(s))) },
    };

    /// <summary>Row numbers; may be repeated, and takes a list with commas.</summary>
    public static Option<int[]> Regels(string name, string what) => new(name)
    {
        Description = $"{what} the rows with these numbers, as `numo import show` prints them; repeat the option or "
            + $"separate by commas. Example: {name} 3,4,17",
        HelpName = "N",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result => ParseEach(result, ReadRow, "the number of a row, from 1"),
    };

    /// <summary>The file that an export goes to.</summary>
    /// <param name="example">A command line with it.</param>
    public static Option<FileInfo> Out(string example) => new("--out")
    {
        Description = $"The file; it is made readable by you alone. Example: {example}",
        HelpName = "FILE",
        Required = true,
    };

    /// <summary>Whether a file that is there may be overwritten.</summary>
    /// <param name="example">A command line with it.</param>
    public static Option<bool> Force(string example) => new("--force")
    {
        Description = $"Overwrite the file when it is there. Example: {example}",
    };

    /// <summary>Ways of moving within the school; may be repeated, and takes a list with commas.</summary>
    public static Option<Verplaatsing[]> Verplaatsingen()
    {
        Verplaatsing[] known = [Verplaatsing.Groep, Verplaatsing.Vestiging, Verplaatsing.Samengesteld];
        var names = string.Join(", ", known.Select(Words.Of));
        return new("--verplaatst")
        {
            Description = $"Show only persons who move: one or more of {names}; repeat the option or separate by commas. "
                + "Example: --verplaatst groep,vestiging",
            HelpName = "HOW",
            Arity = ArgumentArity.OneOrMore,
            CustomParser = result => ParseEach(
                result,
                text => known
                    .Where(v => string.Equals(Words.Of(v), text, StringComparison.OrdinalIgnoreCase))
                    .Select(v => (Verplaatsing?)v)
                    .FirstOrDefault(),
                $"one of {names}"),
        };
    }

    /// <summary>What became of rows; may be repeated, and takes a list with commas.</summary>
    public static Option<Regeluitkomst[]> Uitkomsten()
    {
        var known = Enum.GetValues<Regeluitkomst>().Where(u => u != Regeluitkomst.Unspecified).ToArray();
        var names = string.Join(", ", known.Select(Words.Of));
        return new("--uitkomst")
        {
            Description = $"Show only rows of which this became: one or more of {names}; repeat the option or separate "
                + "by commas. Example: --uitkomst niet-teruggedraaid",
            HelpName = "WHAT",
            Arity = ArgumentArity.OneOrMore,
            CustomParser = result => ParseEach(
                result,
                text => known
                    .Where(u => string.Equals(Words.Of(u), text, StringComparison.OrdinalIgnoreCase))
                    .Select(u => (Regeluitkomst?)u)
                    .FirstOrDefault(),
                $"one of {names}"),
        };
    }

    /// <summary>A number within bounds.</summary>
    /// <param name="name">The option.</param>
    /// <param name="description">What it does, with an example.</param>
    /// <param name="standard">Its value when it is not given.</param>
    /// <param name="least">The smallest that it may be.</param>
    /// <param name="most">The largest that it may be.</param>
    public static Option<int> Number(string name, string description, int standard, int least, int most) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => standard,
        CustomParser = result =>
        {
            var text = result.Tokens[^1].Value;
            if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                || number < least
                || number > most)
            {
                result.AddError($"{name} must be a number from {least} to {most}, not '{text}'.");
            }

            return number;
        },
    };

    /// <summary>A day.</summary>
    /// <param name="name">The option.</param>
    /// <param name="description">What it does.</param>
    /// <param name="example">A day that it could be, as a person writes it.</param>
    public static Option<DateOnly?> Day(string name, string description, string example) => new(name)
    {
        Description = $"{description} Example: {name} {example}",
        HelpName = "YYYY-MM-DD",
        CustomParser = result =>
        {
            var text = result.Tokens[^1].Value;
            if (DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            result.AddError($"{name} must be a day such as {example}, not '{text}'.");
            return null;
        },
    };

    /// <summary>Refuses any other value than the known ones, in any case, and completes them.</summary>
    public static void AcceptOnly(Option option, params IReadOnlyList<string> known)
    {
        option.CompletionSources.Add(_ => known.Select(word => new CompletionItem(word)));
        option.Validators.Add(result =>
        {
            foreach (var text in result.Tokens.Select(token => token.Value))
            {
                if (!known.Contains(text, StringComparer.OrdinalIgnoreCase))
                {
                    result.AddError($"'{text}' is not one of {string.Join(", ", known)}.{Suggestion.For(text, known)}");
                }
            }
        });
    }

    /// <summary>A day as the service reads it.</summary>
    public static string Write(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <summary>Reads values that may be repeated and separated by commas.</summary>
    /// <param name="result">What was given.</param>
    /// <param name="read">Reads one, or returns null.</param>
    /// <param name="expected">What one should be, for who gave something else: words after "one of" are known values.</param>
    public static T[] ParseEach<T>(ArgumentResult result, Func<string, T?> read, string expected)
        where T : struct
    {
        const string OneOf = "one of ";
        var known = expected.StartsWith(OneOf, StringComparison.Ordinal) ? expected[OneOf.Length..].Split(", ") : [];
        var values = new List<T>();
        foreach (var text in result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.TrimEntries)))
        {
            if (read(text) is { } value)
            {
                values.Add(value);
            }
            else
            {
                result.AddError($"'{text}' is not {expected}.{Suggestion.For(text, known)}");
            }
        }

        return [.. values.Distinct()];
    }

    private static RegelSoort? FindSoort(string text, IReadOnlyList<RegelSoort> known) => known
        .Where(s => string.Equals(NameOf(s), text, StringComparison.OrdinalIgnoreCase))
        .Select(s => (RegelSoort?)s)
        .FirstOrDefault();

    private static int? ReadRow(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;

    private static string Names(IReadOnlyList<RegelSoort> soorten) => string.Join(", ", soorten.Select(NameOf));

    private static string NameOf(RegelSoort soort) => Words.Of(soort);
}
