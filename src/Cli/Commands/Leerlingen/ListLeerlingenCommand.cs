using System.CommandLine;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.Cli.Rendering;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Leerlingen;

/// <summary>`numo leerling list`: a school's leerlingen by name, a page at a time.</summary>
internal static class ListLeerlingenCommand
{
    private const int LargestPage = 500;
    private const string Active = "actief";
    private const string Archived = "gearchiveerd";
    private const string Any = "alle";

    /// <summary>Builds the command.</summary>
    public static Command Build(CommandRunner run)
    {
        var options = new ListOptions();
        var command = new Command(
            "list",
            "Lists a school's leerlingen by name, 50 at a time. Needs scope numo.read. "
                + "Example: numo leerling list --school 99XY --groep H3a");
        foreach (var option in options.Every)
        {
            command.Options.Add(option);
        }

        command.SetAction(run(async (session, parsed, ct) =>
        {
            var request = await options.ReadAsync(session, parsed, ct);
            var page = options.Page(session, parsed);
            var found = page is { } number
                ? await ReadPageAsync(session, request, number, ct)
                : await ReadAllAsync(session, request, ct);
            return session.Print(found, console =>
            {
                PersoonRendering.WriteList(console, found.Leerlingen);
                WriteTotal(session, found, page);
            });
        }));
        return command;
    }

    private static async Task<ListLeerlingenResponse> ReadPageAsync(
        Session session, ListLeerlingenRequest request, int number, CancellationToken ct)
    {
        var page = await session.Api.Leerlingen.ListLeerlingenAsync(request, cancellationToken: ct);
        for (var i = 1; i < number; i++)
        {
            if (page.NextPageToken.Length == 0)
            {
                throw new RefusedException(
                    $"There is no page {number}: {Words.Count(page.TotalSize, "leerling", "leerlingen")} on "
                        + $"{Words.Count(i, "page", "pages")}.");
            }

            request.PageToken = page.NextPageToken;
            page = await session.Api.Leerlingen.ListLeerlingenAsync(request, cancellationToken: ct);
        }

        return page;
    }

    private static async Task<ListLeerlingenResponse> ReadAllAsync(
        Session session, ListLeerlingenRequest request, CancellationToken ct)
    {
        request.PageSize = LargestPage;
        var all = new ListLeerlingenResponse();
        do
        {
            var page = await session.Api.Leerlingen.ListLeerlingenAsync(request, cancellationToken: ct);
            all.Leerlingen.AddRange(page.Leerlingen);
            (all.TotalSize, request.PageToken) = (page.TotalSize, page.NextPageToken);
        }
        while (request.PageToken.Length > 0);

        return all;
    }

    private static void WriteTotal(Session session, ListLeerlingenResponse found, int? page)
    {
        var console = session.Terminal.Out;
        var total = Words.Count(found.TotalSize, "leerling", "leerlingen");
        if (page is not { } number || (number == 1 && found.NextPageToken.Length == 0))
        {
            Plain.Write(console, $"  {total}.");
            return;
        }

        var first = ((number - 1) * ListOptions.PageSize) + 1;
        var next = found.NextPageToken.Length > 0
            ? $" Next: the same with --pagina {number + 1}, or --all."
            : " This is the last page.";
        Plain.Write(console, $"  {first} to {first + found.Leerlingen.Count - 1} of {total}.{next}");
    }

    private sealed class ListOptions
    {
        public const int PageSize = 50;
        private const int MostPages = 100_000;

        private readonly Option<string> _school = Arguments.School();
        private readonly Option<bool> _pinned = PinCommands.Only("leerling");

        private readonly Option<string?> _naam = new("--naam")
        {
            Description = "Only those with this name: each word is the beginning of a word of it; case and accents do not "
                + "count. Example: --naam 'kim boer'",
            HelpName = "TEXT",
        };

        private readonly Option<string?> _groep = new("--groep")
        {
            Description = "Only those in this groep: its name or its id. Example: --groep H3a",
            HelpName = "NAME|ID",
        };

        private readonly Option<string?> _stamnummer = new("--stamnummer")
        {
            Description = "Only the one with this stamnummer. Example: --stamnummer 10234",
            HelpName = "NUMBER",
        };

        private readonly Option<string?> _status = new("--status")
        {
            Description = $"{Active} (the default), {Archived}, or {Any}. Example: --status {Archived}",
            HelpName = "STATUS",
        };

        private readonly Option<bool> _archived = new("--gearchiveerd")
        {
            Description = "Archived ones too. Example: numo leerling list --school 99XY --gearchiveerd",
        };

        private readonly Option<int> _page = Arguments.Number(
            "--pagina", $"Which page of {PageSize}. Example: --pagina 2", 1, 1, MostPages);

        private readonly Option<bool> _all = new("--all")
        {
            Description = "All pages at once, which is the default with --json. "
                + "Example: numo leerling list --school 99XY --all",
        };

        public ListOptions() => Arguments.AcceptOnly(_status, Active, Archived, Any);

        public IReadOnlyList<Option> Every =>
            [_school, _naam, _groep, _stamnummer, _status, _archived, _pinned, _page, _all];

        /// <summary>Which page; null for all.</summary>
        public int? Page(Session session, ParseResult parsed) =>
            parsed.GetValue(_all) || (session.Json && !parsed.Has(_page)) ? null : parsed.GetValue(_page);

        public async Task<ListLeerlingenRequest> ReadAsync(Session session, ParseResult parsed, CancellationToken ct)
        {
            var schoolId = await session.Api.FindSchoolIdAsync(parsed.GetRequiredValue(_school), ct);
            return new ListLeerlingenRequest
            {
                SchoolId = schoolId,
                PageSize = PageSize,
                ShowGearchiveerd = parsed.GetValue(_archived) || IsStatus(parsed, Any),
                AlleenVastgezet = parsed.GetValue(_pinned),
                Naam = parsed.GetValue(_naam) ?? "",
                Stamnummer = parsed.GetValue(_stamnummer) ?? "",
                GroepId = parsed.GetValue(_groep) is { } groep
                    ? await session.Api.FindGroepIdAsync(schoolId, "", groep, ct)
                    : "",
                Status = IsStatus(parsed, Archived) ? Status.Gearchiveerd
                    : IsStatus(parsed, Active) ? Status.Actief
                    : Status.Unspecified,
                OrderBy = "naam",
                MetTotaal = true,
            };
        }

        private bool IsStatus(ParseResult parsed, string status) =>
            string.Equals(parsed.GetValue(_status), status, StringComparison.OrdinalIgnoreCase);
    }
}
