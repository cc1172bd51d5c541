using System.CommandLine;
using System.CommandLine.Parsing;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Importeren;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Importeren;

/// <summary>`numo import resolve`: decides one conflict.</summary>
internal static class ResolveCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var options = new ResolveOptions();
        var command = new Command(
            "resolve",
            "Decides one conflict of a run; the decision is remembered and holds from the next preview on. "
                + "`numo import show --soort conflict` tells the accounts. Needs scope numo.import, and numo.read to find "
                + "a school by its BRIN. Example: numo import resolve --school 99XY RUN --regel 12 --merge ACCOUNT")
        {
            options.School, options.Run, options.Regel, options.Merge, options.KeepApart, options.Skip, options.ValidateOnly,
        };
        command.Validators.Add(options.CheckOne);
        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = await options.ReadAsync(session, parsed, ct);
            var answer = await session.Api.Imports.ResolveConflictAsync(request, cancellationToken: ct);
            return session.Print(answer, console =>
            {
                Plain.Write(console, request.ValidateOnly ? "Checked; nothing was decided." : "Decided.");
                BeslissingRendering.Write(console, [answer.Beslissing]);
                Plain.Write(
                    console,
                    "It holds from the next preview on: numo import preview "
                        + $"{session.RepeatedOptions()}--school {parsed.GetRequiredValue(options.School)}");
            });
        }));
        return command;
    }

    private sealed class ResolveOptions
    {
        public Option<string> School { get; } = Arguments.School();

        public Argument<string> Run { get; } = Arguments.Run();

        public Option<int> Regel { get; } = Arguments.Regel();

        public Option<string?> Merge { get; } = new("--merge")
        {
            Description = "The delivered person is this account, one of those that the row names: its name, or the first "
                + "characters of its id. The others give up the keys in dispute. "
                + "Example: --merge 'Kim de Boer'",
            HelpName = "ACCOUNT",
        };

        public Option<bool> KeepApart { get; } = new("--keep-apart")
        {
            Description = "The delivered person is none of the accounts in dispute, and does without what is theirs. "
                + "Example: numo import resolve --school 99XY RUN --regel 12 --keep-apart",
        };

        public Option<bool> Skip { get; } = new("--skip")
        {
            Description = "Leave the delivered person out, now and in later runs. "
                + "Example: numo import resolve --school 99XY RUN --regel 12 --skip",
        };

        public Option<bool> ValidateOnly { get; } = Arguments.ValidateOnly();

        public void CheckOne(CommandResult result)
        {
            var given = new Option[] { Merge, KeepApart, Skip }
                .Count(option => result.GetResult(option) is { Implicit: false });
            if (given != 1)
            {
                result.AddError($"Give one of {Merge.Name}, {KeepApart.Name} and {Skip.Name}.");
            }
        }

        public async Task<ResolveConflictRequest> ReadAsync(Session session, ParseResult parsed, CancellationToken ct)
        {
            var request = new ResolveConflictRequest
            {
                SchoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(School), ct),
                ImportRunId = await session.FindRunIdAsync(parsed.GetRequiredValue(Run), ct),
                Nummer = parsed.GetValue(Regel),
                Soort = parsed.GetValue(Merge) is not null ? Beslissingsoort.Samenvoegen
                    : parsed.GetValue(KeepApart) ? Beslissingsoort.ApartHouden
                    : Beslissingsoort.Overslaan,
                RequestId = RequestId.New(),
                ValidateOnly = parsed.GetValue(ValidateOnly),
            };
            if (parsed.GetValue(Merge) is { } account)
            {
                request.AccountId = await FindAccountAsync(session, request, account, ct);
            }

            return request;
        }

        private static async Task<string> FindAccountAsync(
            Session session, ResolveConflictRequest asked, string text, CancellationToken ct)
        {
            if (Guid.TryParse(text, out var id))
            {
                return id.ToString();
            }

            var rows = await session.Api.Imports.ReadRegelsAsync(
                new ListImportRegelsRequest
                {
                    SchoolId = asked.SchoolId,
                    ImportRunId = asked.ImportRunId,
                    Soorten = { RegelSoort.Conflict },
                },
                all: true,
                ct);
            var accounts = rows.Regels.FirstOrDefault(r => r.Nummer == asked.Nummer)?.BetrokkenAccounts ?? [];
            return accounts.Where(a => IsMeant(a, text)).ToList() switch
            {
                [var only] => only.AccountId,
                _ => throw new RefusedException(accounts.Count == 0
                    ? $"Row {asked.Nummer} is no conflict with accounts; `numo import show --soort conflict` shows them."
                    : $"'{text}' is not one of the accounts of row {asked.Nummer}:\n" + string.Join(
                        '\n', accounts.Select(a => $"{a.AccountId}  {a.Naam}"))),
            };
        }

        private static bool IsMeant(BetrokkenAccount account, string text) =>
            account.AccountId.StartsWith(text, StringComparison.OrdinalIgnoreCase)
            || string.Equals(account.Naam, text.Trim(), StringComparison.OrdinalIgnoreCase);
    }
}
