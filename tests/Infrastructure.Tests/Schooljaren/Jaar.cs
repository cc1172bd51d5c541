using Kurve.Numo.Application.Synchronisatie;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Schooljaren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Infrastructure.Tests.Importeren;

namespace Kurve.Numo.Infrastructure.Tests.Schooljaren;

/// <summary>The year of a seed, from May to November.</summary>
internal sealed class Jaar
{
    private static readonly RegelSoort[] Alles =
        [RegelSoort.Nieuw, RegelSoort.Bijwerken, RegelSoort.Heractiveren, RegelSoort.Archiveren];

    // More than come or leave.
    private const int Ruim = 60;

    private readonly Random _random;
    private readonly Jaarplan _plan;
    private readonly Keuzeschool _school;
    private readonly Schoolwereld _wereld;
    private readonly Schoolmodel _model;
    private readonly Gebeurtenissen _gebeurtenissen;
    private readonly Schooljaarloop _loop;

    private Jaar(int seed, Keuzeschool school, Action<DateOnly, List<LeerlingGegevens>>? lie)
    {
        _random = new Random(seed);
        _plan = new Jaarplan(seed, _random);
        _school = school;
        _wereld = new Schoolwereld(_plan.OneKey);
        _model = new Schoolmodel(_plan.NightsArchive);
        _gebeurtenissen = new Gebeurtenissen(_wereld, _random);
        var levering = new Bronlevering(school, _wereld, new Random(seed + 1))
        {
            Leeg = seed % 3 == 0 ? BronInhoud.GeenWijzigingen : BronInhoud.GeenGegevens,
            Lie = rows => lie?.Invoke(_loop!.Dag, rows),
        };
        _loop = new Schooljaarloop(school, _wereld, _model, levering, () => $"seed {seed} ({_plan})");
    }

    /// <param name="seed">Says what happens.</param>
    /// <param name="lie">Changes what is delivered on a day, and not what is true.</param>
    public static async Task RunAsync(int seed, Action<DateOnly, List<LeerlingGegevens>>? lie = null)
    {
        await using var school = await Keuzeschool.CreateAsync();
        var jaar = new Jaar(seed, school, lie);
        await jaar.SpringAsync();
        await jaar.SummerAsync();
        await jaar.AugustAsync();
        await jaar.AutumnAsync();
    }

    private async Task SpringAsync()
    {
        await _loop.BeginAsync(On(5, 1));
        if (_plan.NightsArchive)
        {
            (await _school.SendAsync(new UpdateSyncbeleid(_school.Id, Alles, null, null, null))).Error.Should().BeNull();
        }

        await DaysAsync(On(5, 3), On(6, 5), 3, _gebeurtenissen.Now);
        _wereld.PlanNextYear(_random, _plan.KlassenInJuni);
        await NightAsync(On(6, 7 + _random.Next(5)));
        await _loop.PrepareAsync();
        await DaysAsync(On(6, 14), On(6, 20), 1, _gebeurtenissen.Now);
        await _loop.AgreeAsync(
            _plan.VertrekOp,
            _plan.Bijzonder == Bijzonderheid.TeVeelVertrek ? 5 : Ruim,
            _plan.Bijzonder == Bijzonderheid.TeVeelNieuw ? 10 : Ruim);
        await DaysAsync(
            On(6, 22), On(7, 9), 3, () => _random.Next(2) == 0 ? _gebeurtenissen.Now() : _gebeurtenissen.Next());
    }

    // In July this year's list is empty, and next year's goes on changing.
    private async Task SummerAsync()
    {
        await ApplyIfWaitingAsync();
        _loop.IsLeeg = true;
        await NightAsync(On(7, 12));
        await DaysAsync(On(7, 14), On(7, 28), 2, NextByHoliday);
        _loop.IsStraksLeeg = _random.Next(2) == 0;
        await NightAsync(On(7, 31));
    }

    // Nobody starts early at a school that is closed.
    private string NextByHoliday() =>
        _random.Next(2) == 0 ? _gebeurtenissen.JoinNextYear() : _gebeurtenissen.MoveNextYear();

    private async Task AugustAsync()
    {
        Tell(_gebeurtenissen.JoinNextYear);
        Tell(_gebeurtenissen.JoinNextYear);
        Tell(_gebeurtenissen.Withdraw);
        Tell(_gebeurtenissen.ChangeLeraar);
        if (_plan.Bijzonder == Bijzonderheid.LateKlassen)
        {
            _wereld.DropClasses();
        }

        _wereld.BeginYear();
        for (var dag = Schoolmodel.Begin; dag < _plan.BronKlaar; dag = dag.AddDays(1))
        {
            await NightAsync(dag);
        }

        _loop.IsLeeg = false;
        var before = _model.Stand.Copy();
        await NightAsync(_plan.BronKlaar);
        if (_plan.Bijzonder == Bijzonderheid.Teruggedraaid)
        {
            await UndoAsync(before);
        }

        await NightAsync(On(8, 6));
        await ApplyIfWaitingAsync();
        await NightAsync(On(8, 7));
        await LateAugustAsync();
    }

    private async Task LateAugustAsync()
    {
        if (_plan.Bijzonder == Bijzonderheid.LateKlassen)
        {
            await DaysAsync(On(8, 8), On(8, 12), 1, _gebeurtenissen.Leave);
            Tell(() => _gebeurtenissen.GiveClasses(p => p.Nu!.Leerjaar == 1));
            await NightAsync(On(8, 16));
            Tell(() => _gebeurtenissen.GiveClasses(_ => true));
        }

        await NightAsync(On(8, 26));
        await NightAsync(On(8, 27));
        (await _loop.WisselAsync()).Staat.Should().Be(Wisselstaat.Klaar, $"all is over with {_plan}");
    }

    private async Task AutumnAsync()
    {
        await DaysAsync(On(8, 30), On(9, 10), 2, _gebeurtenissen.Now);
        await ApplyIfWaitingAsync();
        await RegroupAsync();
        await DaysAsync(On(9, 24), On(10, 14), 2, _gebeurtenissen.Now);
        Tell(_gebeurtenissen.ReplaceClass);
        await NightAsync(On(10, 25));
        Tell(_gebeurtenissen.FillReplaced);
        await DaysAsync(On(10, 27), On(11, 28), 4, _gebeurtenissen.Now);
        await ApplyIfWaitingAsync();
        await NightAsync(On(11, 30));
    }

    private async Task RegroupAsync()
    {
        Tell(() => _gebeurtenissen.Regroup(_plan.Hergroepering == Hergroepering.Enkele ? 0.15 : 0.95));
        await NightAsync(On(9, 14));
        await NightAsync(On(9, 15));
        if (_plan.Hergroepering == Hergroepering.Enkele)
        {
            return;
        }

        var before = _model.Stand.Copy();
        await _loop.ApplyWaitingAsync();
        await _loop.NightAsync(On(9, 16), again: true);
        if (_plan.Hergroepering == Hergroepering.MeesteTeruggedraaid)
        {
            await UndoAsync(before);
        }
    }

    // Nothing goes on without a person, until one applied it again.
    private async Task UndoAsync(Modelstand before)
    {
        var run = await _loop.LastAppliedAsync();
        if (_loop.Dag.Month == 8)
        {
            await _loop.NightAsync(_loop.Dag.AddDays(1), again: true);
        }

        await _loop.UndoAsync(run, before);
        await NightAsync(_loop.Dag.AddDays(1));
        await _loop.ApplyByHandAsync();
    }

    // Some days on which something happens, each with the night after it.
    private async Task DaysAsync(DateOnly from, DateOnly to, int days, Func<string> happens)
    {
        var span = (to.DayNumber - from.DayNumber + 1) / days;
        for (var i = 0; i < days; i++)
        {
            for (var n = _random.Next(3); n >= 0; n--)
            {
                Tell(happens);
            }

            await NightAsync(from.AddDays((i * span) + _random.Next(Math.Max(1, span - 1))));
            if (_random.Next(2) == 0)
            {
                await ApplyIfWaitingAsync();
            }

            await _loop.NightAsync(_loop.Dag.AddDays(1), dubbel: _random.Next(4) == 0);
        }
    }

    private async Task ApplyIfWaitingAsync()
    {
        if (_model.Waits == true)
        {
            await _loop.ApplyWaitingAsync();
        }
    }

    private Task NightAsync(DateOnly dag) => _loop.NightAsync(dag);

    private void Tell(Func<string> happens) => _loop.Tell(happens());

    private static DateOnly On(int month, int day) => new(Schoolmodel.Begin.Year, month, day);
}
