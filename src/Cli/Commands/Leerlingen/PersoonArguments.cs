using System.CommandLine;

namespace Kurve.Numo.Cli.Commands.Leerlingen;

/// <summary>Arguments and options of commands about one person.</summary>
internal static class PersoonArguments
{
    /// <summary>The person that a command is about.</summary>
    /// <param name="name">The name of the argument: LEERLING or DOCENT.</param>
    public static Argument<string> Person(string name) => new(name)
    {
        Description = $"The {name.ToLowerInvariant()}: {KeysOf(name)}, ECK iD, name, or the first characters of the id. "
            + $"Example: {(IsDocent(name) ? "k.deboer@school.example" : "10234")}, or 'Kim de Boer'",
    };

    /// <summary>A person, as an option.</summary>
    /// <param name="name">The option.</param>
    /// <param name="persoon"><c>leerling</c> or <c>docent</c>.</param>
    /// <param name="what">What becomes of the person.</param>
    public static Option<string> Person(string name, string persoon, string what) => new(name)
    {
        Description = $"The {persoon} that {what}: {KeysOf(persoon)}, ECK iD, name, or the first characters of the id. "
            + $"Example: {name} {(IsDocent(persoon) ? "k.deboer@school.example" : "10234")}",
        HelpName = persoon.ToUpperInvariant(),
        Required = true,
    };

    private static string KeysOf(string persoon) => IsDocent(persoon) ? "e-mail address" : "stamnummer";

    private static bool IsDocent(string persoon) => string.Equals(persoon, "docent", StringComparison.OrdinalIgnoreCase);

    /// <summary>A new value of a field.</summary>
    public static Option<string?> Text(string name, string what, string example) => new(name)
    {
        Description = $"{what}; empty to leave it without. Example: {name} {example}",
        HelpName = "TEXT",
    };

    /// <summary>Fields; may be repeated, and takes a list with commas.</summary>
    /// <param name="what">What is done with them.</param>
    /// <param name="known">Those that there are.</param>
    public static Option<string[]> Velden(string what, string known) => new("--veld")
    {
        Description = $"{what} One or more of {known}; repeat the option or separate by commas. "
            + "Example: --veld achternaam,roepnaam",
        HelpName = "FIELD",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result =>
        [
            .. result.Tokens
                .SelectMany(t => t.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                .Select(veld => veld.ToLowerInvariant())
                .Distinct(StringComparer.Ordinal),
        ],
    };

    /// <summary>Leaves what changes unlocked.</summary>
    public static Option<bool> NoLock() => new("--no-lock")
    {
        Description = "Leave the fields that change unlocked: the next import may change them back. Example: --no-lock",
    };

    /// <summary>Refuses a command line on which nothing is given to change.</summary>
    public static void RequireOne(Command command, params Option[] options) => command.Validators.Add(result =>
    {
        if (options.All(option => result.GetResult(option) is null or { Implicit: true }))
        {
            var names = string.Join(", ", options.Select(option => option.Name));
            result.AddError($"Nothing is given to change: give one or more of {names}.");
        }
    });

    /// <summary>Whether an option was given.</summary>
    public static bool Has(this ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };
}
