namespace Kurve.Numo.Application.Importeren.Runs;

/// <summary>How long what an import leaves behind is kept. Runs, their counts and the audit are kept for good.</summary>
/// <param name="Voorbeeld">How long a preview can be applied, from its comparison.</param>
/// <param name="Plan">How long the rows and the herstelpunt of a run are kept, from its end.</param>
/// <param name="Opruiminterval">How often each process looks for what is over.</param>
public sealed record Bewaartermijnen(TimeSpan Voorbeeld, TimeSpan Plan, TimeSpan Opruiminterval)
{
    /// <summary>How long decisions on conflicts of a school are kept after its last run.</summary>
    public TimeSpan Beslissing { get; init; } = TimeSpan.FromDays(400);
}
