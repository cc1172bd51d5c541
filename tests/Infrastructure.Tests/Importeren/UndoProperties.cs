using FsCheck.Xunit;
using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Tests.Importeren;

/// <summary>Holds over random days of random schools, on a real database.</summary>
[Properties(Arbitrary = [typeof(Dagen)], MaxTest = 60)]
public sealed class UndoProperties : IAsyncLifetime
{
    private const string ChangeByHand = """
        UPDATE Leerlingen_Leerling
        SET Roepnaam = 'Anders', Versie = Versie + 1
        WHERE SchoolId = @SchoolId AND Id IN @Ids;
        """;

    private readonly TestDatabase _database = TestDatabase.Create();
    private readonly ServiceProvider _process;
    private int _schools;

    public UndoProperties() => _process = Importschool.StartProcess(_database);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Property]
    public async Task Undoing_any_apply_gives_back_what_was_before_it_to_the_byte(Dag[] dagen)
    {
        var school = await RegisterAsync();
        foreach (var dag in dagen)
        {
            await DoByHandAsync(school, dag.MetDeHand);
            var (export, stand) = (await school.ExportAsync(), await school.LoadAsync());
            var run = await ApplyAsync(school, dag);

            var undone = (await school.UndoAsync(run)).Value;

            undone.Gelaten.Should().BeEmpty();
            (await school.ExportAsync()).Should().Be(export);
            (await school.LoadAsync()).Should().BeEquivalentTo(stand);
            await ApplyAsync(school, dag);
        }
    }

    [Property]
    public async Task All_applies_can_be_undone_one_after_the_other_back_to_an_empty_school(Dag[] dagen)
    {
        var school = await RegisterAsync();
        var history = new Stack<(ImportRunView Run, string Before)>();
        foreach (var dag in dagen)
        {
            var before = await school.ExportAsync();
            history.Push((await ApplyAsync(school, dag), before));
        }

        while (history.TryPop(out var last))
        {
            (await school.UndoAsync(last.Run)).Value.Gelaten.Should().BeEmpty();
            (await school.ExportAsync()).Should().Be(last.Before);
        }

        (await school.LoadAsync()).Should().BeEquivalentTo(Schoolstand.Leeg);
    }

    [Property]
    public async Task Who_changed_after_the_apply_is_left_and_named_and_all_others_are_as_before(Dag[] dagen, int seed)
    {
        var school = await RegisterAsync();
        foreach (var dag in dagen[..^1])
        {
            await ApplyAsync(school, dag);
        }

        var before = await school.LoadAsync();
        var run = await ApplyAsync(school, dagen[^1]);
        var applied = await school.LoadAsync();
        var touched = Differing(Rekey(before, applied), applied);
        var byHand = touched.Where((_, index) => (index + seed) % 3 == 0).ToHashSet();
        await ChangeAsync(school, byHand);
        var byHandToo = await school.LoadAsync();

        var undone = (await school.UndoAsync(run)).Value;

        var stand = await school.LoadAsync();
        var after = stand.Leerlingen.ToDictionary(l => l.Id.Value);
        var changed = Rekey(byHandToo, stand).Leerlingen.ToDictionary(l => l.Id.Value);
        var gelaten = undone.Gelaten.Select(g => g.Id).ToHashSet();
        byHand.Except(gelaten).Should().BeEmpty();
        undone.Run.Verloop.Terugdraaiing!.Gelaten.Should().BeGreaterThanOrEqualTo(byHand.Count);
        after.Values.Where(l => gelaten.Contains(l.Id.Value)).Should().BeEquivalentTo(
            changed.Values.Where(l => gelaten.Contains(l.Id.Value)));
        after.Values.Where(l => !gelaten.Contains(l.Id.Value)).Should().BeEquivalentTo(
            Rekey(before, stand).Leerlingen.Where(l => !gelaten.Contains(l.Id.Value)),
            "a groep that stays as it is keeps the key of now");
    }

    [Property(MaxTest = 25)]
    public async Task Only_saying_what_would_happen_changes_nothing_and_says_what_happens(Dag[] dagen)
    {
        var school = await RegisterAsync();
        var run = await ApplyAsync(school, dagen[0]);
        var export = await school.ExportAsync();

        var told = (await school.UndoAsync(run, validateOnly: true)).Value;

        (await school.ExportAsync()).Should().Be(export);
        (await school.UndoAsync(run)).Value.Run.Verloop.Terugdraaiing.Should().Be(told.Run.Verloop.Terugdraaiing);
    }

    private static async Task<ImportRunView> ApplyAsync(Importschool school, Dag dag)
    {
        var (run, toepasbaar) = await school.PreviewAsync(dag.Aanlevering);
        int[] regels = dag.Keuze is { } keuze ? [.. toepasbaar.Where((_, plaats) => keuze(plaats))] : [];
        var soorten = regels.Length == 0 ? dag.Soorten : [];
        return (await school.ApplyAsync(run, soorten, regels)).Value;
    }

    private async Task<Importschool> RegisterAsync()
    {
        var number = _schools++;
        var brin = $"99{(char)('A' + (number / 26))}{(char)('A' + (number % 26))}";
        return new Importschool(_process, await _database.RegisterSchoolAsync(brin));
    }

    // Leerlingen and docenten in turn: archived, or locked in one way or another.
    private static async Task DoByHandAsync(Importschool school, IReadOnlyList<int> handen)
    {
        var stand = await school.LoadAsync();
        foreach (var hand in handen)
        {
            var (plaats, sloten) = (hand / 8, (hand & 1) == 0 ? Veld.Roepnaam : Veld.Stamgroep | Veld.Groepen);
            switch (hand & 6)
            {
                case 0 when plaats < stand.Leerlingen.Count:
                    await DoAsync(new ArchiveLeerling(school.Id, stand.Leerlingen[plaats].Id, null, null, false));
                    break;
                case 2 when plaats < stand.Leerlingen.Count:
                    var leerling = new Bewerking<LeerlingGegevens>(new(), Veld.Geen, sloten, NietVergrendelen: false);
                    await DoAsync(new UpdateLeerling(
                        school.Id, stand.Leerlingen[plaats].Id, leerling, null, null, false));
                    break;
                case 4 when plaats < stand.Docenten.Count:
                    await DoAsync(new ArchiveDocent(school.Id, stand.Docenten[plaats].Id, null, null, false));
                    break;
                case 6 when plaats < stand.Docenten.Count:
                    var docent = new Bewerking<DocentGegevens>(
                        new(), Veld.Geen, sloten & ~Veld.Stamgroep, NietVergrendelen: false);
                    await DoAsync(new UpdateDocent(school.Id, stand.Docenten[plaats].Id, docent, null, null, false));
                    break;
                default:
                    break;
            }
        }

        async Task DoAsync<T>(IRequest<Result<T>> request) =>
            (await school.SendAsync(request)).Error.Should().BeNull();
    }

    private Task ChangeAsync(Importschool school, IEnumerable<Guid> ids) => _database.ExecuteAsync(
        ChangeByHand,
        new { SchoolId = school.Id, Ids = Numo.Infrastructure.Persistence.TypeHandlers.ToList(ids) });

    /// <summary>A school with its groepen by the keys that the same groepen have in another state of it.</summary>
    private static Schoolstand Rekey(Schoolstand stand, Schoolstand other)
    {
        var now = other.Groepen.ToDictionary(g => g.Id, g => g.Gegevens.Sleutel);
        var keys = stand.Groepen.ToDictionary(
            g => g.Gegevens.Sleutel, g => now.GetValueOrDefault(g.Id, g.Gegevens.Sleutel));
        return stand with
        {
            Leerlingen =
            [
                .. stand.Leerlingen.Select(l => l with
                {
                    Gegevens = l.Gegevens with
                    {
                        Stamgroep = l.Gegevens.Stamgroep is { } s ? keys[s] : null,
                        Groepen = [.. l.Gegevens.Groepen.Select(g => keys[g]).Order()],
                    },
                }),
            ],
        };
    }

    private static List<Guid> Differing(Schoolstand before, Schoolstand after)
    {
        var known = before.Leerlingen.ToDictionary(l => l.Id);
        return
        [
            .. after.Leerlingen
                .Where(l => !known.TryGetValue(l.Id, out var was)
                    || was.Status != l.Status
                    || was.Gegevens.DifferenceTo(l.Gegevens) != Veld.Geen)
                .Select(l => l.Id.Value),
        ];
    }
}
