using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Tests.Importeren.Conflicten;

/// <summary>Decides the conflicts of a plan, as a person does who looks at its rows.</summary>
internal static class BeslissingBuilder
{
    public static readonly DateTimeOffset Moment = new(2026, 9, 3, 10, 0, 0, TimeSpan.Zero);

    public static Conflict Conflict<T>(this Planregel<T> regel)
        where T : Persoonsgegevens<T> => new(
        1,
        typeof(T) == typeof(LeerlingGegevens) ? Persoonssoort.Leerling : Persoonssoort.Docent,
        regel.Gegevens.Naam,
        regel.Meldingen[0].Code,
        [.. regel.Gegevens.Sleutels],
        regel.Betrokken);

    public static Result<Beslissing> Decide<T>(
        this Planregel<T> regel, Beslissingsoort soort, AccountId? account = null)
        where T : Persoonsgegevens<T> => Beslissing.Create(
        new BeslissingId(Guid.CreateVersion7()), regel.Conflict(), soort, account, "beheerder", Moment);
}
