namespace Kurve.Numo.Simulator.Bediening;

/// <summary>
/// What a school sets up, as it is asked over HTTP in the query of <c>POST /control/inrichting</c>; what is absent
/// stays as it is. See <see cref="Inrichting"/>.
/// </summary>
internal sealed record InrichtingInstruction(
    string School,
    bool? Toestemming,
    bool? Gebruiker,
    string? Wachtwoord,
    bool? Lijst,
    bool? Recht,
    bool? Query,
    bool? Aliassen)
{
    /// <summary>Changes the school; false when there is no such school.</summary>
    public bool Apply(Simulatie simulatie)
    {
        if (simulatie.FindByBrin(School) is not { } school)
        {
            return false;
        }

        var inrichting = simulatie.InrichtingOf(school);
        inrichting.Toestemming = Toestemming ?? inrichting.Toestemming;
        inrichting.Gebruiker = Gebruiker ?? inrichting.Gebruiker;
        inrichting.Wachtwoord = Wachtwoord ?? inrichting.Wachtwoord;
        inrichting.Lijst = Lijst ?? inrichting.Lijst;
        inrichting.Recht = Recht ?? inrichting.Recht;
        inrichting.Query = Query ?? inrichting.Query;
        inrichting.Aliassen = Aliassen ?? inrichting.Aliassen;
        return true;
    }
}
