using System.Collections.Concurrent;
using Kurve.Numo.V1;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Kurve.Numo.Cli.Importeren;

/// <summary>A bar for each phase of a run, redrawn in place.</summary>
/// <param name="console">A terminal.</param>
/// <param name="clock">The time.</param>
internal sealed class LiveFases(IAnsiConsole console, TimeProvider clock)
{
    private const int BarWidth = 30;
    private readonly List<ProgressTask> _tasks = [];

    // By the id of the bar; read by the thread that draws.
    private readonly ConcurrentDictionary<int, Fasevoortgang> _fases = new();

    /// <summary>Shows bars while a run is followed.</summary>
    /// <param name="follow">Follows: calls what it is given with the run as it is, each time it changes.</param>
    /// <returns>The run as it ended up.</returns>
    public Task<ImportRun> ShowWhileAsync(Func<Action<ImportRun>, Task<ImportRun>> follow) => console
        .Progress()
        .AutoClear(false)
        .HideCompleted(false)
        .Columns(
            new TaskDescriptionColumn { Alignment = Justify.Left },
            new ProgressBarColumn { Width = BarWidth },
            new FaseColumn(_fases, FaseText.CountOf),
            new FaseColumn(_fases, fase => FaseText.DurationOf(fase, clock.GetUtcNow())))
        .StartAsync(async progress =>
        {
            try
            {
                return await follow(run => Show(progress, run));
            }
            finally
            {
                Stop();
            }
        });

    private void Show(ProgressContext progress, ImportRun run)
    {
        for (var i = 0; i < run.Fases.Count; i++)
        {
            if (i == _tasks.Count)
            {
                _tasks.Add(progress.AddTask(Markup.Escape(FaseText.NameOf(run.Fases[i]))));
            }

            Show(_tasks[i], run.Fases[i]);
        }
    }

    private void Show(ProgressTask task, Fasevoortgang fase)
    {
        var done = fase.EndTime is not null;
        _fases[task.Id] = fase;
        task.IsIndeterminate = !done && fase.Verwacht == 0;
        task.MaxValue = done ? Math.Max(1, fase.Gedaan) : Math.Max(fase.Gedaan + 1, fase.Verwacht);
        task.Value = done ? task.MaxValue : fase.Gedaan;
    }

    // What did not come to its own end stands still.
    private void Stop()
    {
        foreach (var task in _tasks.Where(task => !task.IsFinished))
        {
            task.IsIndeterminate = false;
            task.StopTask();
        }
    }

    private sealed class FaseColumn(ConcurrentDictionary<int, Fasevoortgang> fases, Func<Fasevoortgang, string> text)
        : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(fases.TryGetValue(task.Id, out var fase) ? text(fase) : "").RightJustified();
    }
}
