using Kurve.Numo.Application.Privacy.Contract;
using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Wijzigingen;
using MediatR;

namespace Kurve.Numo.Application.Wijzigingen;

/// <summary>
/// Sends one test message to each address of a school, also while messages are off, and says how it went. No command: it
/// takes as long as the other side takes, so nothing is locked meanwhile.
/// </summary>
/// <param name="SchoolId">The school.</param>
[RequiresScope(Scopes.Import)]
public sealed record TestBericht(SchoolId SchoolId) : IRequest<Result<IReadOnlyList<Testuitslag>>>, ISchoolRequest;

/// <summary>How a test went at one address.</summary>
/// <param name="Kanaal">By which channel.</param>
/// <param name="Adres">The address.</param>
/// <param name="BerichtId">The id of the message.</param>
/// <param name="Fout">Why it did not arrive; null when it did.</param>
public sealed record Testuitslag(Berichtkanaal Kanaal, string Adres, Guid BerichtId, Berichtfout? Fout);

internal sealed class TestBerichtHandler(
    IOpenSchools scholen,
    IBerichtinstellingRepository repository,
    Afzender afzender,
    IUnitOfWork work,
    Repetition repetition,
    IAuditLog audit,
    ICallerAccessor caller,
    TimeProvider clock)
    : IRequestHandler<TestBericht, Result<IReadOnlyList<Testuitslag>>>
{
    private static readonly TimeSpan Rust = TimeSpan.FromMinutes(1);

    public async Task<Result<IReadOnlyList<Testuitslag>>> Handle(
        TestBericht request, CancellationToken cancellationToken)
    {
        var school = await scholen.GetAsync(request.SchoolId, cancellationToken);
        if (!school.IsOk)
        {
            return school.Error;
        }

        var instelling = await repository.GetAsync(request.SchoolId, cancellationToken);
        var adressen = await repository.ListAdressenAsync(request.SchoolId, cancellationToken);
        if (adressen.Count == 0)
        {
            return new BerichtadresNietIngesteld(request.SchoolId);
        }

        var now = clock.GetUtcNow();
        if (!await NoteAsync(request.SchoolId, now, cancellationToken))
        {
            return instelling.IsUitgetest(now)
                ? new TestberichtenOp(DigestSchedule.EersteMoment(now, uur: 0, instelling.Testdag))
                : new TestberichtTeSnel((instelling.LaatsteTest ?? now) + Rust);
        }

        return await Task.WhenAll(adressen.Select(a => SendAsync(a, school.Value, instelling, cancellationToken)));
    }

    private async Task<Testuitslag> SendAsync(
        Berichtadres adres, School school, Berichtinstelling instelling, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var digest = new Digest(Guid.CreateVersion7(now), school.Id, school.Naam, school.Brin, now, []);
        var fout = await afzender.SendAsync(adres, digest, instelling, ct);
        return new Testuitslag(adres.Kanaal, adres.Adres, digest.Id, fout);
    }

    private Task<bool> NoteAsync(SchoolId schoolId, DateTimeOffset now, CancellationToken ct) => repetition.RunAsync(
        nameof(TestBericht),
        isRemembered: false,
        async () =>
        {
            await using var scope = await work.BeginAsync(ct);
            if (!await repository.NoteTestAsync(schoolId, now - Rust, now, ct))
            {
                return false;
            }

            await audit.AddAsync(new Auditregel(caller.Current.Subject, nameof(TestBericht), schoolId, 0), ct);
            await scope.CommitAsync(ct);
            return true;
        },
        ct);
}
