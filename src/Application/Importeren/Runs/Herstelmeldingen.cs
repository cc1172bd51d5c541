using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Application.Importeren.Runs;

/// <summary>Says why undoing a run leaves a person or groep.</summary>
public static class Herstelmeldingen
{
    /// <summary>The reason.</summary>
    public static Melding Of(Herstelbeletsel beletsel) => beletsel switch
    {
        Herstelbeletsel.InGebruik => new("IN_GEBRUIK", "Nieuw door deze import, en inmiddels in gebruik."),
        Herstelbeletsel.SleutelBezet =>
            new("SLEUTEL_BEZET", "Een sleutel van ervoor hoort inmiddels bij een ander account."),
        Herstelbeletsel.EmailBezet => new(
            "EMAIL_BEZET", "Een andere actieve docent logt inmiddels in met het e-mailadres van ervoor."),
        _ => new("GEWIJZIGD_NA_IMPORT", "Na deze import nog gewijzigd."),
    };
}
