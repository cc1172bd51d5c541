using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Infrastructure.Koppelingen.Magister;

/// <summary>Carries one call to Magister's web service and its answer back.</summary>
internal interface IMagisterTransport
{
    /// <summary>
    /// Calls. What the service itself says, refusals included, is an answer; a broken connection is an error.
    /// </summary>
    Task<Result<MagisterAntwoord>> CallAsync(MagisterOproep oproep, CancellationToken ct);
}

/// <summary>One call.</summary>
/// <param name="Base">The school's address, without a slash at its end.</param>
/// <param name="Library">The service, such as <c>Data</c>.</param>
/// <param name="Function">The function, such as <c>GetData</c>.</param>
/// <param name="Arguments">Its arguments in order. They hold credentials: never to be written down.</param>
internal sealed record MagisterOproep(
    string Base, string Library, string Function, params (string Name, string Value)[] Arguments)
{
    /// <summary>Is told the number of rows read so far, now and then.</summary>
    public IProgress<int>? Regels { get; init; }

    public override string ToString() => $"{Library}.{Function}";
}
