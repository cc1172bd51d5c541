using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using MediatR;

namespace Kurve.Numo.Application.Opleidingen;

/// <summary>
/// Settles what a code of a school means, and with it siblings of the code: all of them or none. Whatever was settled
/// from the same school year on is replaced. No pupil changes before the next preview is applied.
/// </summary>
/// <param name="SchoolId">The school.</param>
/// <param name="Opleidingscode">The code as the school writes it.</param>
/// <param name="Opleiding">Code of the opleiding.</param>
/// <param name="Vanaf">The first school year; null for the current one.</param>
/// <param name="Tot">The last school year; null as long as nothing else is said.</param>
/// <param name="Etag">The version of the code's own translation that the caller saw; null changes any version.</param>
/// <param name="RequestId">The caller's id of this request.</param>
/// <param name="ValidateOnly">Only says what would be settled.</param>
[RequiresScope(Scopes.Import)]
public sealed record SetVertaling(
    SchoolId SchoolId,
    string Opleidingscode,
    string Opleiding,
    Schooljaar? Vanaf,
    Schooljaar? Tot,
    string? Etag,
    Guid? RequestId,
    bool ValidateOnly) : ICommand<VertalingenView>, ISchoolRequest, IValidatedCommand
{
    /// <summary>The most siblings that are settled at once.</summary>
    public const int MostVerwanten = 100;

    /// <summary>Siblings of the code that mean the same; see <see cref="CodeFamily"/>.</summary>
    public IReadOnlyList<string> Verwanten { get; init; } = [];
}

internal sealed class SetVertalingHandler(
    IOpenSchools scholen,
    IVertalingRepository vertalingen,
    Opleidingscatalogus catalogus,
    ICallerAccessor caller,
    TimeProvider clock) : IRequestHandler<SetVertaling, Result<VertalingenView>>
{
    public async Task<Result<VertalingenView>> Handle(SetVertaling request, CancellationToken cancellationToken)
    {
        var school = await scholen.GetAsync(request.SchoolId, cancellationToken);
        var wanted = school.Then(_ => Read(request)).Then(main => ReadVerwanten(request, main));
        if (!wanted.IsOk)
        {
            return wanted.Error;
        }

        var known = await vertalingen.FindAsync(
            request.SchoolId, [.. wanted.Value.Select(v => v.Code)], wanted.Value[0].Vanaf, cancellationToken);
        var etag = Etags.Of(known.GetValueOrDefault(wanted.Value[0].Code)?.Versie ?? 0);
        if (request.Etag is { } seen && !string.Equals(seen, etag, StringComparison.Ordinal))
        {
            return new VersieGewijzigd(seen);
        }

        var settled = wanted.Value
            .Select(v => v with { Versie = (known.GetValueOrDefault(v.Code)?.Versie ?? 0) + 1 })
            .ToArray();
        foreach (var vertaling in settled)
        {
            if (!await vertalingen.SaveAsync(vertaling, cancellationToken))
            {
                return new VersieGewijzigd(etag);
            }
        }

        return new VertalingenView(VertalingView.Of(settled[0]), [.. settled.Skip(1).Select(VertalingView.Of)]);
    }

    private Result<Schoolvertaling> Read(SetVertaling request)
    {
        var code = Vertaalcode.Create(request.Opleidingscode);
        var vanaf = request.Vanaf ?? clock.CurrentSchooljaar();
        return !code.IsOk ? code.Error with { Field = "opleidingscode" }
            : catalogus.Find(request.Opleiding) is not { } opleiding ? OpleidingOnbekend.For(request.Opleiding)
            : request.Tot is { } tot && tot < vanaf ? GeldigheidOngeldig.For(vanaf, tot)
            : new Schoolvertaling(
                request.SchoolId,
                code.Value,
                request.Opleidingscode.Trim(),
                opleiding,
                vanaf,
                request.Tot,
                caller.Current.Subject,
                clock.GetUtcNow(),
                Versie: 0);
    }

    // The code itself first; one that stands twice is settled once.
    private static Result<List<Schoolvertaling>> ReadVerwanten(SetVertaling request, Schoolvertaling main)
    {
        var all = new List<Schoolvertaling> { main };
        var family = CodeFamily.Of(main.Schrijfwijze);
        for (var i = 0; i < request.Verwanten.Count; i++)
        {
            var (text, field) = (request.Verwanten[i].Trim(), $"verwante_codes[{i}]");
            var code = Vertaalcode.Create(text);
            if (!code.IsOk)
            {
                return code.Error with { Field = field };
            }

            if (all.Exists(known => known.Code == code.Value))
            {
                continue;
            }

            if (!family.Shares(CodeFamily.Of(text), main.Opleiding.Code))
            {
                return new CodeNietVerwant(text, main.Schrijfwijze, main.Opleiding.Code) { Field = field };
            }

            all.Add(main with { Code = code.Value, Schrijfwijze = text });
        }

        return all;
    }
}
