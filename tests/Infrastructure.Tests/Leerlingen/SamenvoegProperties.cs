using FsCheck.Xunit;
using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Leerlingen.Samenvoegen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Importeren;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Tests.Leerlingen;

/// <summary>Holds over random imports and merges of random schools, on a real database.</summary>
[Properties(Arbitrary = [typeof(Dagen)], MaxTest = 40)]
public sealed class SamenvoegProperties : IAsyncLifetime
{
    private readonly TestDatabase _database = TestDatabase.Create();
    private readonly ServiceProvider _process;
    private int _schools;

    public SamenvoegProperties() => _process = Importschool.StartProcess(_database);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Property]
    public async Task Imports_and_merges_that_are_undone_from_the_last_end_where_they_began(Dag[] dagen, int seed)
    {
        var (school, random) = (await RegisterAsync(), new Random(seed));
        var history = new Stack<(Func<bool, Task<Error?>> Undo, Schoolstand Before)>();
        foreach (var dag in dagen)
        {
            var before = await school.LoadAsync();
            var run = await ApplyAsync(school, dag);
            history.Push((async checks => (await school.UndoAsync(run, checks)).Error, before));
            for (var merges = random.Next(3); merges > 0; merges--)
            {
                before = await school.LoadAsync();
                if (await MergeAsync(school, before, random) is { } undo)
                {
                    history.Push((undo, before));
                    Check(await school.LoadAsync());
                }
            }
        }

        while (history.TryPop(out var last))
        {
            (await last.Undo(false)).Should().BeNull("nothing newer touched what this one did");
            (await school.LoadAsync()).Should().BeEquivalentTo(last.Before);
        }
    }

    [Property]
    public async Task Whatever_is_undone_in_whatever_order_a_refusal_changes_nothing_and_no_key_is_of_two(Dag[] dagen, int seed)
    {
        var (school, random) = (await RegisterAsync(), new Random(seed));
        var undos = new List<Func<bool, Task<Error?>>>();
        foreach (var dag in dagen)
        {
            var run = await ApplyAsync(school, dag);
            undos.Add(async checks => (await school.UndoAsync(run, checks)).Error);
            for (var merges = random.Next(4); merges > 0; merges--)
            {
                undos.AddRange(await MergeAsync(school, await school.LoadAsync(), random) is { } undo ? [undo] : []);
                await UndoOneAsync(school, undos, random);
            }
        }

        for (var tries = 2 * undos.Count; tries > 0; tries--)
        {
            await UndoOneAsync(school, undos, random);
        }
    }

    private static async Task UndoOneAsync(Importschool school, List<Func<bool, Task<Error?>>> undos, Random random)
    {
        var before = await school.LoadAsync();
        var undo = undos[random.Next(undos.Count)];
        var told = await undo(true);
        (await school.LoadAsync()).Should().BeEquivalentTo(before, "only checking changes nothing");

        var error = await undo(false);

        error?.Code.Should().Be(told?.Code);
        var after = await school.LoadAsync();
        after.Should().Match<Schoolstand>(_ => error == null || IsSame(before, after));
        Check(after);
    }

    private static bool IsSame(Schoolstand before, Schoolstand after)
    {
        after.Should().BeEquivalentTo(before);
        return true;
    }

    private static void Check(Schoolstand stand)
    {
        stand.Leerlingen.SelectMany(l => l.Gegevens.Sleutels).Should().OnlyHaveUniqueItems();
        stand.Docenten.Where(d => d.Status == Accountstatus.Actief).Select(d => d.Gegevens.Login).OfType<string>()
            .Should().OnlyHaveUniqueItems();
        stand.Leerlingen
            .Where(l => l.SamengevoegdMet is { } blijft
                && (l.Status == Accountstatus.Actief || stand.Leerlingen.All(b => b.Id != blijft)))
            .Should().BeEmpty("who was merged is archived and points at somebody");
    }

    // Of leerlingen or docenten, two by lot; null when these cannot be merged.
    private static async Task<Func<bool, Task<Error?>>?> MergeAsync(Importschool school, Schoolstand stand, Random random)
    {
        var leerlingen = random.Next(3) > 0;
        AccountId[] ids = leerlingen ? [.. stand.Leerlingen.Select(l => l.Id)] : [.. stand.Docenten.Select(d => d.Id)];
        if (ids.Length < 2)
        {
            return null;
        }

        var (blijft, vervalt) = (ids[random.Next(ids.Length)], ids[random.Next(ids.Length)]);
        var error = leerlingen
            ? (await school.SendAsync(new MergeLeerlingen(school.Id, blijft, vervalt, null, null, true, null, false))).Error
            : (await school.SendAsync(new MergeDocenten(school.Id, blijft, vervalt, null, null, true, null, false))).Error;
        return error is not null ? null
            : leerlingen ? async checks => (await school.SendAsync(
                new UndoMergeLeerlingen(school.Id, vervalt, null, checks))).Error
            : async checks => (await school.SendAsync(new UndoMergeDocenten(school.Id, vervalt, null, checks))).Error;
    }

    private static async Task<ImportRunView> ApplyAsync(Importschool school, Dag dag)
    {
        var (run, toepasbaar) = await school.PreviewAsync(dag.Aanlevering);
        int[] regels = dag.Keuze is { } keuze ? [.. toepasbaar.Where((_, plaats) => keuze(plaats))] : [];
        return (await school.ApplyAsync(run, regels.Length == 0 ? dag.Soorten : [], regels)).Value;
    }

    private async Task<Importschool> RegisterAsync()
    {
        var number = _schools++;
        var brin = $"99{(char)('A' + (number / 26))}{(char)('A' + (number % 26))}";
        return new Importschool(_process, await _database.RegisterSchoolAsync(brin));
    }
}
