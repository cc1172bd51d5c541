using Kurve.Numo.Domain.Koppelingen;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Koppelingen.Magister;

/// <summary>
/// Section <c>Numo:Magister:Query</c>: the template of the Decibel query, its version, and whom a school asks about it.
/// </summary>
internal sealed class QueryOptions
{
    public const string Section = "Numo:Magister:Query";

    private const int LongestContact = 300;

    public string Versie { get; set; } = "2026-1";

    /// <summary>Whom a school asks: one Dutch sentence in its instructions, with an address if there is one.</summary>
    public string Contact { get; set; } = "Bel of mail uw contactpersoon bij Kurve.";

    /// <summary>What is wrong with it; null when it can be used.</summary>
    public string? Refuse() => Decibelquery.Create(Versie, Sjabloon).Error is { } error ? error.Message
        : Contact.Length is 0 or > LongestContact || Contact.Any(char.IsControl)
            ? $"Contact must be one line of 1 to {LongestContact} characters."
        : null;

    /// <summary>
    /// What the school loads as a batch in Decibel. Kurve's own batch file, which makes the user and the list, is to be placed
    /// here: its form is not public. The one that stands here only selects the four columns. The tables are those that public lists for Magister use; which field holds the external id is not documented, so
    /// this is to be seen at a pilot school.
    /// </summary>
    public string Sjabloon { get; set; } = """
        SELECT DISTINCT
            gebruiker.idGebr AS {idGebr},
            leerling.externeid AS {ExterneId},
            studie.studie AS {opleidingscode},
            leerling.stamnr AS {stamnr}
        FROM sis_leer leerling
        INNER JOIN sis_aanm aanmelding ON aanmelding.stamnr = leerling.stamnr
        INNER JOIN sis_stud studie ON studie.idStud = aanmelding.idStud
        LEFT JOIN sis_gebr gebruiker ON gebruiker.idLeer = leerling.idLeer
        WHERE aanmelding.dBegin <= GETDATE()
            AND aanmelding.dEinde >= GETDATE()
            AND (aanmelding.dVertrek IS NULL OR aanmelding.dVertrek >= GETDATE())
        """;
}

internal sealed class QueryOptionsValidator : IValidateOptions<QueryOptions>
{
    public ValidateOptionsResult Validate(string? name, QueryOptions options) =>
        options.Refuse() is { } reason
            ? ValidateOptionsResult.Fail($"{QueryOptions.Section}: {reason}")
            : ValidateOptionsResult.Success;
}
