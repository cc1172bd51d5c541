using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Synchronisatie;

/// <summary>
/// What a school wants of its nightly sync: which kinds of rows are applied without a person, and whether it is paused.
/// </summary>
public sealed record Syncbeleid
{
    /// <summary>The longest reason of a pause, in characters.</summary>
    public const int LangsteReden = 500;

    /// <summary>The school.</summary>
    public required SchoolId SchoolId { get; init; }

    /// <summary>What is applied without a person; the rest waits for one. None: everything waits.</summary>
    public required IReadOnlyList<RegelSoort> Soorten { get; init; }

    /// <summary>When, by whom and why the nightly sync was paused; null when it was not.</summary>
    public Feit? Pauze { get; init; }

    /// <summary>Who changed this last; null when nobody did.</summary>
    public string? Door { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? Gewijzigd { get; init; }

    /// <summary>Rises with each change; 0 when nobody ever changed anything.</summary>
    public long Versie { get; init; }

    /// <summary>Who comes, changes or comes back is applied; who leaves waits for a person.</summary>
    public static Syncbeleid Standaard(SchoolId schoolId) => new()
    {
        SchoolId = schoolId,
        Soorten = [RegelSoort.Nieuw, RegelSoort.Bijwerken, RegelSoort.Heractiveren],
    };

    /// <summary>
    /// The same with what somebody changes; <see cref="SoortNietToepasbaar"/> for a kind that cannot be applied,
    /// <see cref="PauzeredenTeLang"/> for a reason that is too long.
    /// </summary>
    /// <param name="soorten">What is applied without a person from now on; null leaves that as it is.</param>
    /// <param name="pauze">Pauses for this reason; the empty text ends the pause; null leaves that as it is.</param>
    /// <param name="door">Who changes it.</param>
    /// <param name="now">When.</param>
    public Result<Syncbeleid> Change(
        IReadOnlyList<RegelSoort>? soorten, string? pauze, string door, DateTimeOffset now)
    {
        RegelSoort[] chosen = [.. (soorten ?? Soorten).Distinct().Order()];
        RegelSoort[] unknown = [.. chosen.Except(Regelkeuze.Toepasbaar)];
        return unknown is [var soort, ..] ? new SoortNietToepasbaar(soort) { Field = "syncbeleid.soorten" }
            : pauze?.Length > LangsteReden ? new PauzeredenTeLang(pauze.Length)
            : this with
            {
                Soorten = chosen,
                Pauze = pauze switch
                {
                    null => Pauze,
                    "" => null,
                    _ => new Feit(now, door, pauze),
                },
                Door = door,
                Gewijzigd = now,
                Versie = Versie + 1,
            };
    }
}
