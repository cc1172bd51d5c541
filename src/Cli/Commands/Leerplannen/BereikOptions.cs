using System.CommandLine;
using System.Globalization;
using Kurve.Numo.Cli.Connection;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Commands.Leerplannen;

/// <summary>The options that say for whom a leerplan is, and how what a person writes becomes ids and codes.</summary>
internal sealed class BereikOptions
{
    private const int LargestPage = 500;

    private readonly Option<string?> _doelgroep = new("--doelgroep")
    {
        Description = "All pupils of an opleiding (its name or code) and leerjaar. Example: --doelgroep 'havo 3'",
        HelpName = "NAME",
    };

    private readonly Option<string?> _groep = new("--groep")
    {
        Description = "All pupils of a groep: its name or its id. Example: --groep H3a",
        HelpName = "NAME|ID",
    };

    private readonly Option<string?> _leerling = new("--leerling")
    {
        Description = "One pupil: stamnummer, ECK iD, name, or the first characters of the id. Example: --leerling 10234",
        HelpName = "LEERLING",
    };

    /// <summary>Adds the options, of which at most one may be given; or exactly one.</summary>
    public void AddTo(Command command, bool required)
    {
        command.Options.Add(_doelgroep);
        command.Options.Add(_groep);
        command.Options.Add(_leerling);
        command.Validators.Add(result =>
        {
            var given = new Option[] { _doelgroep, _groep, _leerling }.Count(option => result.GetResult(option) is not null);
            if (given > 1 || (required && given == 0))
            {
                result.AddError("Give one of --doelgroep, --groep and --leerling.");
            }
        });
    }

    /// <summary>The id of the pupil; null when none was given.</summary>
    /// <exception cref="RefusedException">There is no such pupil, or there is more than one.</exception>
    public async Task<string?> LeerlingAsync(Session session, ParseResult parsed, CancellationToken ct) =>
        parsed.GetValue(_leerling) is { } leerling ? await session.FindLeerlingIdAsync(leerling, ct) : null;

    /// <summary>For whom; null when nothing was given.</summary>
    /// <exception cref="WrongUsageException">There is no such opleiding, or no leerjaar was given.</exception>
    /// <exception cref="RefusedException">The school has no such groep, or more than one.</exception>
    public async Task<Leerplanbereik?> ReadAsync(
        Session session, ParseResult parsed, string schoolId, string schooljaar, CancellationToken ct) =>
        parsed.GetValue(_doelgroep) is { } doelgroep
            ? new Leerplanbereik { Doelgroep = await FindDoelgroepAsync(session.Api, doelgroep, ct) }
        : parsed.GetValue(_groep) is { } groep
            ? new Leerplanbereik { GroepId = await session.Api.FindGroepIdAsync(schoolId, schooljaar, groep, ct) }
        : await LeerlingAsync(session, parsed, ct) is { } leerling ? new Leerplanbereik { LeerlingId = leerling }
        : null;

    private static async Task<Doelgroep> FindDoelgroepAsync(ApiConnection api, string text, CancellationToken ct)
    {
        var space = text.TrimEnd().LastIndexOf(' ');
        if (space < 0 || !int.TryParse(text.AsSpan(space), CultureInfo.InvariantCulture, out var leerjaar))
        {
            throw new WrongUsageException($"'{text}' is no doelgroep: give an opleiding and a leerjaar, as in 'havo 3'.");
        }

        var naam = text[..space].Trim();
        var answer = await api.Opleidingen.ListOpleidingenAsync(
            new ListOpleidingenRequest { PageSize = LargestPage }, cancellationToken: ct);
        var opleiding = answer.Opleidingen.FirstOrDefault(o => IsSame(o.Naam, naam) || IsSame(o.Code, naam))
            ?? throw new WrongUsageException($"There is no opleiding '{naam}'; `numo opleiding list` shows them.");
        return new Doelgroep { Opleiding = opleiding.Code, OpleidingNaam = opleiding.Naam, Leerjaar = leerjaar };
    }

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
