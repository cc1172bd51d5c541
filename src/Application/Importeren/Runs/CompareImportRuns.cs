using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Importeren.Runs;

/// <summary>Asks what differs between a run and an earlier one.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="ImportRunId">The run.</param>
/// <param name="VorigeId">The earlier run; null for the newest before it that was applied, or else compared.</param>
/// <param name="Page">Which page of differences.</param>
[RequiresScope(Scopes.Import)]
public sealed record CompareImportRuns(
    SchoolId SchoolId, ImportRunId ImportRunId, ImportRunId? VorigeId, PageRequest Page)
    : IQuery<RunvergelijkingView>, IAuditedQuery;

/// <summary>How a row differs from the earlier run.</summary>
public enum Verschilsoort
{
    /// <summary>The earlier run had no such row.</summary>
    Erbij = 1,

    /// <summary>The earlier run had another row for this person.</summary>
    Anders,

    /// <summary>Only the earlier run had a row for this person.</summary>
    Eraf,
}

/// <summary>One difference.</summary>
/// <param name="Nummer">Its number among the differences, from 1.</param>
/// <param name="Soort">How it differs.</param>
/// <param name="Regel">The row of the run.</param>
/// <param name="Vorige">The row of the earlier run.</param>
public sealed record Regelverschil(int Nummer, Verschilsoort Soort, ImportRegelView? Regel, ImportRegelView? Vorige);

/// <summary>What differs between two runs.</summary>
/// <param name="Run">The run.</param>
/// <param name="Vorige">The earlier run.</param>
/// <param name="Erbij">Rows that the earlier run did not have.</param>
/// <param name="Anders">Rows that say something else.</param>
/// <param name="Eraf">Rows that only the earlier run had.</param>
/// <param name="Gelijk">Rows that are the same.</param>
/// <param name="Page">The differences.</param>
public sealed record RunvergelijkingView(
    ImportRunView Run,
    ImportRunView Vorige,
    int Erbij,
    int Anders,
    int Eraf,
    int Gelijk,
    Page<Regelverschil> Page) : IShowsPeople
{
    /// <inheritdoc/>
    public int AantalPersonen => Page.AantalPersonen;
}
