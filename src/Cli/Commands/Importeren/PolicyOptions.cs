using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Kurve.Numo.Cli.Importeren;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;
using FieldMask = Google.Protobuf.WellKnownTypes.FieldMask;

namespace Kurve.Numo.Cli.Commands.Importeren;

/// <summary>The options of `numo import policy set`.</summary>
internal sealed class PolicyOptions
{
    private static readonly Importmodus[] Modi = [Importmodus.Normaal, Importmodus.AlleenToevoegen];

    private readonly Option<Importmodus?> _modus = new("--modus")
    {
        Description = $"What imports may do: {string.Join(" or ", Modi.Select(BeleidRendering.NameOf))}. "
            + "Example: --modus alleen-toevoegen",
        HelpName = "MODUS",
        CustomParser = ReadModus,
    };

    private readonly Option<DateOnly?> _pauzeVan = Day("--pauze-van", "The first day of a pause.");
    private readonly Option<DateOnly?> _pauzeTot = Day("--pauze-tot", "The last day of a pause.");
    private readonly Option<string?> _pauzeReden = Text("--pauze-reden", "Why the school is paused.", "Zomervakantie");
    private readonly Option<bool> _zonderPauze = new("--zonder-pauze")
    {
        Description = "Take the pause away. Example: numo import policy set --school 99XY --zonder-pauze",
    };

    private readonly Option<int?> _aantal = new("--max-aantal")
    {
        Description = "How many may leave in one import before the brake is put on. Example: --max-aantal 200",
        HelpName = "N",
    };

    private readonly Option<double?> _procent = new("--max-procent")
    {
        Description = "Which percentage may leave; the brake is put on when both are exceeded. "
            + "Example: --max-procent 30",
        HelpName = "N",
        CustomParser = ReadPercentage,
    };

    private readonly Option<string?> _reden = Text("--reden", "Why another limit holds.", "Schooljaarwisseling");
    private readonly Option<string?> _eigenaar = Text("--eigenaar", "Who answers for it.", "Administratie");
    private readonly Option<DateOnly?> _tot = Day("--tot", "The last day on which that limit holds.");
    private readonly Option<bool> _zonderLimiet = new("--zonder-limiet")
    {
        Description = "Go back to the standard limit. "
            + "Example: numo import policy set --school 99XY --zonder-limiet",
    };

    /// <summary>The school.</summary>
    public Option<string> School { get; } = Arguments.School();

    /// <summary>The options that change something.</summary>
    public IReadOnlyList<Option> Changes => [_modus, .. Pauze, _zonderPauze, .. Limiet, _zonderLimiet];

    private Option[] Pauze => [_pauzeVan, _pauzeTot, _pauzeReden];

    private Option[] Limiet => [_aantal, _procent, _reden, _eigenaar, _tot];

    /// <summary>Whether what belongs together is given together.</summary>
    public void Check(CommandResult result)
    {
        if (!Changes.Any(option => IsGiven(result, option)))
        {
            result.AddError(
                $"Nothing is given to change: give one or more of {string.Join(", ", Changes.Select(o => o.Name))}.");
        }

        CheckTogether(result, Pauze, _zonderPauze);
        CheckTogether(result, Limiet, _zonderLimiet);
    }

    /// <summary>The change, without its school.</summary>
    public UpdateImportbeleidRequest Read(ParseResult parsed)
    {
        var request = new UpdateImportbeleidRequest
        {
            Importbeleid = new Importbeleid { Modus = parsed.GetValue(_modus).GetValueOrDefault() },
            UpdateMask = new FieldMask(),
            RequestId = RequestId.New(),
        };
        Add(request, "modus", request.Importbeleid.Modus != Importmodus.Unspecified);
        Add(request, "pauze", parsed.GetValue(_pauzeVan) is not null || parsed.GetValue(_zonderPauze));
        Add(request, "limiet", parsed.GetValue(_tot) is not null || parsed.GetValue(_zonderLimiet));
        if (parsed.GetValue(_pauzeVan) is { } van && parsed.GetValue(_pauzeTot) is { } tot)
        {
            request.Importbeleid.Pauze = new Importpauze
            {
                Van = Arguments.Write(van),
                TotEnMet = Arguments.Write(tot),
                Reden = parsed.GetValue(_pauzeReden) ?? "",
            };
        }

        if (parsed.GetValue(_tot) is { } laatste)
        {
            request.Importbeleid.Limiet = new Limietafspraak
            {
                Aantal = parsed.GetValue(_aantal).GetValueOrDefault(),
                Aandeel = parsed.GetValue(_procent).GetValueOrDefault() / 100,
                Reden = parsed.GetValue(_reden) ?? "",
                Eigenaar = parsed.GetValue(_eigenaar) ?? "",
                TotEnMet = Arguments.Write(laatste),
            };
        }

        return request;
    }

    private static void Add(UpdateImportbeleidRequest request, string path, bool given)
    {
        if (given)
        {
            request.UpdateMask.Paths.Add(path);
        }
    }

    private static void CheckTogether(CommandResult result, Option[] parts, Option without)
    {
        var given = parts.Where(option => IsGiven(result, option)).ToArray();
        if (given.Length > 0 && given.Length < parts.Length)
        {
            result.AddError($"{string.Join(", ", parts.Select(o => o.Name))} belong together: give all of them.");
        }

        if (given.Length > 0 && IsGiven(result, without))
        {
            result.AddError($"{without.Name} cannot go together with {given[0].Name}.");
        }
    }

    private static bool IsGiven(CommandResult result, Option option) =>
        result.GetResult(option) is { Implicit: false };

    private static Option<string?> Text(string name, string description, string example) => new(name)
    {
        Description = $"{description} Example: {name} '{example}'",
        HelpName = "TEXT",
    };

    private static Option<DateOnly?> Day(string name, string description) =>
        Arguments.Day(name, description, "2027-08-22");

    private static Importmodus? ReadModus(ArgumentResult result)
    {
        var text = result.Tokens[^1].Value;
        foreach (var modus in Modi)
        {
            if (string.Equals(BeleidRendering.NameOf(modus), text, StringComparison.OrdinalIgnoreCase))
            {
                return modus;
            }
        }

        var known = Modi.Select(BeleidRendering.NameOf).ToList();
        result.AddError($"'{text}' is not one of {string.Join(", ", known)}.{Suggestion.For(text, known)}");
        return null;
    }

    private static double? ReadPercentage(ArgumentResult result)
    {
        var text = result.Tokens[^1].Value;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number is >= 0 and <= 100)
        {
            return number;
        }

        result.AddError($"--max-procent must be a number from 0 to 100, not '{text}'.");
        return null;
    }
}
