using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Shared;

/// <summary>A part of an export: of bounded size, and with what is needed to go on after it.</summary>
/// <param name="Csv">Whole rows as CSV; the first part has the heads of the columns.</param>
/// <param name="Volgende">Asks for the next part; null after the last.</param>
/// <param name="Aantal">How many rows are in it, each about one person.</param>
public sealed record Exportdeel(byte[] Csv, string? Volgende, int Aantal) : IShowsPeople
{
    /// <inheritdoc/>
    public int AantalPersonen => Aantal;
}

/// <summary>A query that answers with one part of an export.</summary>
/// <typeparam name="TSelf">The query's own type.</typeparam>
public interface IExportQuery<out TSelf> : IQuery<Exportdeel>, IAuditedQuery
    where TSelf : IExportQuery<TSelf>
{
    /// <summary>The same query for the part after.</summary>
    TSelf After(string volgende);
}

/// <summary>A resume token that this service did not give.</summary>
public sealed record ResumeTokenOngeldig()
    : Error(
        ErrorKind.Invalid,
        "RESUME_TOKEN_ONGELDIG",
        "resume_token is not one that this method gave; begin again without it.")
{
    /// <summary>The error for the field <c>resume_token</c>.</summary>
    public static ResumeTokenOngeldig Default { get; } = new() { Field = "resume_token" };
}

/// <summary>What is exported changed since the export began.</summary>
public sealed record ExportVerouderd()
    : Error(
        ErrorKind.Conflict,
        "EXPORT_VEROUDERD",
        "What is exported changed since this export began; begin again without resume_token.",
        "De gegevens zijn gewijzigd sinds deze export begon; begin opnieuw.");
