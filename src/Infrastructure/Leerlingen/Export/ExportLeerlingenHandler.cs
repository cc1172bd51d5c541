using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using Kurve.Numo.Infrastructure.Shared;
using MediatR;

namespace Kurve.Numo.Infrastructure.Leerlingen.Export;

/// <summary>Reads people as they are listed, in pages; a part is one page of one kind at most.</summary>
internal sealed class ExportLeerlingenHandler(
    DbSession session,
    IRequestHandler<ListLeerlingen, Result<Page<LeerlingView>>> leerlingen,
    IRequestHandler<ListDocenten, Result<Page<DocentView>>> docenten)
    : IRequestHandler<ExportLeerlingen, Result<Exportdeel>>
{
    private const int PeopleAtOnce = 500;
    private const char Leerlingen = 'L';
    private const char Docenten = 'D';

    private const string LoadVersie = """
        SELECT Versie
        FROM Leerlingen_Stand
        WHERE SchoolId = @SchoolId;
        """;

    public Task<Result<Exportdeel>> Handle(ExportLeerlingen request, CancellationToken cancellationToken) =>
        session.ReadAtOnceAsync(() => ReadAsync(request, cancellationToken), cancellationToken);

    private async Task<Result<Exportdeel>> ReadAsync(ExportLeerlingen request, CancellationToken ct)
    {
        var versies = await session.QueryAsync<long>(LoadVersie, new { request.SchoolId }, ct);
        var versie = versies.Count > 0 ? versies[0] : 0;
        var token = request.Hervat is { } text ? ResumeToken.Read(text) : new ResumeToken(versie, $"{Leerlingen}");
        if (token is null || token.Na is not [Leerlingen or Docenten, ..])
        {
            return ResumeTokenOngeldig.Default;
        }

        if (token.Versie != versie)
        {
            return new ExportVerouderd();
        }

        var csv = new CsvWriter();
        if (request.Hervat is null)
        {
            csv.BeginFile(PersoonCsv.Heads);
        }

        var page = new PageRequest(PeopleAtOnce, token.Na.Length == 1 ? null : token.Na[1..]);
        return token.Na[0] == Leerlingen
            ? await WriteLeerlingenAsync(request, page, csv, versie, ct)
            : await WriteDocentenAsync(request, page, csv, versie, ct);
    }

    private async Task<Result<Exportdeel>> WriteLeerlingenAsync(
        ExportLeerlingen request, PageRequest page, CsvWriter csv, long versie, CancellationToken ct)
    {
        var list = await leerlingen.Handle(
            new ListLeerlingen(request.SchoolId, page, request.ShowGearchiveerd, null, ZonderDoelgroep: false), ct);
        return !list.IsOk ? ResumeTokenOngeldig.Default
            : csv.ToDeel(Write(csv, list.Value, PersoonCsv.Values, leerling => leerling.Id) is { } last
                ? Token(versie, Leerlingen, last)
                : request.MetDocenten ? Token(versie, Docenten) : null);
    }

    private async Task<Result<Exportdeel>> WriteDocentenAsync(
        ExportLeerlingen request, PageRequest page, CsvWriter csv, long versie, CancellationToken ct)
    {
        var list = await docenten.Handle(new ListDocenten(request.SchoolId, page, request.ShowGearchiveerd), ct);
        return !list.IsOk ? ResumeTokenOngeldig.Default
            : csv.ToDeel(Write(csv, list.Value, PersoonCsv.Values, docent => docent.Id) is { } last
                ? Token(versie, Docenten, last)
                : null);
    }

    /// <summary>Writes what fits; the last that did when there are more, null when these were all.</summary>
    private static Guid? Write<T>(
        CsvWriter csv, Page<T> page, Func<T, IEnumerable<string?>> values, Func<T, Guid> id)
    {
        var written = page.Items.TakeWhile(item => csv.TryWrite(values(item))).ToList();
        return page.Next is null && written.Count == page.Items.Count ? null : id(written[^1]);
    }

    private static string Token(long versie, char kind, Guid? after = null) =>
        new ResumeToken(versie, kind + (after is { } id ? PageTokens.OfId(id) : "")).ToString();
}
