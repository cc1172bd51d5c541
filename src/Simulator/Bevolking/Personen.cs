namespace Kurve.Numo.Simulator.Bevolking;

/// <summary>A pupil as he or she is on some day.</summary>
/// <param name="Nummer">Place in the school's register; never given to another person.</param>
/// <param name="EersteDag">The day the pupil first came.</param>
/// <param name="Naam">The name.</param>
/// <param name="Klas">The home class.</param>
/// <param name="Opleidingscode">The code in the school administration.</param>
internal sealed record Leerling(int Nummer, int EersteDag, Naam Naam, Klas Klas, string Opleidingscode)
{
    /// <summary>How often the pupil was given another key.</summary>
    public int Uitgifte { get; init; }

    /// <summary>Whether the school administration has lost the pupil's ECK iD.</summary>
    public bool EckIdVerloren { get; init; }
}

/// <summary>A teacher.</summary>
/// <param name="Nummer">Place in the school's register of staff.</param>
/// <param name="Naam">The name.</param>
/// <param name="Lesplaats">The place that this teacher fills.</param>
internal sealed record Docent(int Nummer, Naam Naam, Lesplaats Lesplaats);

/// <summary>Everybody at a school on one day. Immutable.</summary>
/// <param name="Dag">The day.</param>
/// <param name="Leerlingen">The pupils, in the order of their numbers.</param>
/// <param name="Docenten">The teachers.</param>
/// <param name="BuitenUwlr">Pupils that only Magister's web service knows, such as those outsourced to adult
/// education.</param>
internal sealed record Momentopname(
    int Dag, IReadOnlyList<Leerling> Leerlingen, IReadOnlyList<Docent> Docenten, IReadOnlyList<Leerling> BuitenUwlr);
