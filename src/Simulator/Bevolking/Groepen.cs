namespace Kurve.Numo.Simulator.Bevolking;

/// <summary>A home class (UWLR <c>groep</c>).</summary>
/// <param name="Key">Its UWLR key, unique in the school, shared key space with <see cref="Lesgroep"/>.</param>
/// <param name="Naam">Such as "1A" or "H4b".</param>
/// <param name="Vestiging">Place of its vestiging in the school, 0 for "00".</param>
/// <param name="Leerjaar">1 to 6.</param>
/// <param name="Niveau">The level of its pupils.</param>
/// <param name="Nevenklas">Its place among the classes of the same level and leerjaar.</param>
/// <param name="Vakken">The lesson groups of this level and leerjaar, per subject one for each class; empty when
/// nobody is in it.</param>
internal sealed record Klas(
    string Key,
    string Naam,
    int Vestiging,
    int Leerjaar,
    string Niveau,
    int Nevenklas,
    IReadOnlyList<Lesgroep[]> Vakken);

/// <summary>A lesson group (UWLR <c>samengestelde_groep</c>).</summary>
/// <param name="Key">Its UWLR key.</param>
/// <param name="Naam">Such as "4h.wisa2".</param>
/// <param name="Vestiging">Place of its vestiging in the school.</param>
internal sealed record Lesgroep(string Key, string Naam, int Vestiging);

/// <summary>A teacher's place: it keeps its groups, whoever fills it.</summary>
/// <param name="Vestiging">Place of its vestiging in the school.</param>
/// <param name="Klassen">The home classes of this place.</param>
/// <param name="Lesgroepen">The lesson groups of this place.</param>
internal sealed record Lesplaats(int Vestiging, List<Klas> Klassen, List<Lesgroep> Lesgroepen);
