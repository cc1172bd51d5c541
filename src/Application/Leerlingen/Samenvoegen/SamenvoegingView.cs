using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Application.Leerlingen.Samenvoegen;

/// <summary>What merging two accounts did, or would do.</summary>
/// <typeparam name="T">A leerling or docent as it is shown.</typeparam>
/// <param name="Blijft">The account that stays, after.</param>
/// <param name="Vervalt">The other one, after.</param>
/// <param name="Overgenomen">The fields that the one that stays got from the other.</param>
/// <param name="Verschillend">The fields in which each keeps something else.</param>
/// <param name="GroepenErbij">Names of groepen that the one that stays got.</param>
/// <param name="GroepenEraf">Names of groepen that it gave up.</param>
/// <param name="Overdrachten">What other modules moved.</param>
public sealed record SamenvoegingView<T>(
    T Blijft,
    T Vervalt,
    Veld Overgenomen,
    Veld Verschillend,
    IReadOnlyList<string> GroepenErbij,
    IReadOnlyList<string> GroepenEraf,
    IReadOnlyList<Overdracht> Overdrachten);

/// <summary>What undoing a merge did, or would do.</summary>
/// <typeparam name="T">A leerling or docent as it is shown.</typeparam>
/// <param name="Blijft">The account that stayed, after.</param>
/// <param name="Hersteld">The one that was archived by the merge, after.</param>
public sealed record HersteldeSamenvoegingView<T>(T Blijft, T Hersteld);
