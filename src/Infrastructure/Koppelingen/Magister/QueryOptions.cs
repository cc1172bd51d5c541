using Kurve.Numo.Domain.Koppelingen;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Koppelingen.Magister;

/// <summary>Section <c>Numo:Magister:Query</c>: the template of the Decibel query, and its version.</summary>
internal sealed class QueryOptions
{
    public const string Section = "Numo:Magister:Query";

    public string Versie { get; set; } = "2026-1";

    /// <summary>
    /// The tables are those that public lists for Magister use; which field holds the external id is not documented, so
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
        Decibelquery.Create(options.Versie, options.Sjabloon).Error is { } error
            ? ValidateOptionsResult.Fail($"{QueryOptions.Section}: {error.Message}")
            : ValidateOptionsResult.Success;
}
