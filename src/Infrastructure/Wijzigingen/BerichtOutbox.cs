using Kurve.Numo.Application.Wijzigingen.Contract;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Domain.Wijzigingen;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Wijzigingen;

/// <summary>
/// Adds to the message that each address of a school gets next. Raising a number of the address first keeps others from
/// closing that message until the transaction at hand has ended; where nobody is to be told, it finds no row.
/// </summary>
internal sealed class BerichtOutbox(DbSession session) : IBerichtOutbox
{
    private const string Hold = """
        UPDATE Wijzigingen_Adres
        SET Toevoegingen = Toevoegingen + 1
        WHERE SchoolId = @SchoolId AND Verwijderd IS NULL AND EXISTS (
            SELECT 1
            FROM Wijzigingen_Instelling AS i
            WHERE i.SchoolId = @SchoolId AND i.Aan = 1 AND (i.Soorten & @Soort) <> 0);
        """;

    // Whom the one before was told lately knows this one too.
    private const string Continue = """
        UPDATE Wijzigingen_Verteld
        SET Onderwerp = @Onderwerp
        WHERE SchoolId = @SchoolId AND Soort = @Soort AND Onderwerp = @Vorige AND Dag > @LangGeleden;
        """;

    private const string Open = """
        INSERT INTO Wijzigingen_Bericht (SchoolId, Id, AdresId, Kanaal, Volgnummer, Staat, Gemaakt, Pogingen)
        SELECT a.SchoolId, a.Volgend, a.Id, a.Kanaal, a.Nummer, @Verzamelt, @Moment, 0
        FROM Wijzigingen_Adres AS a
        WHERE a.SchoolId = @SchoolId AND a.Verwijderd IS NULL AND NOT EXISTS (
            SELECT 1
            FROM Wijzigingen_Bericht AS b
            WHERE b.SchoolId = a.SchoolId AND b.Id = a.Volgend)
            AND NOT EXISTS (
                SELECT 1
                FROM Wijzigingen_Verteld AS v
                WHERE v.SchoolId = a.SchoolId AND v.AdresId = a.Id AND v.Soort = @Soort AND v.Onderwerp = @Onderwerp);
        """;

    private const string Add = """
        INSERT INTO Wijzigingen_Berichtregel (SchoolId, BerichtId, Soort, Onderwerp, Moment, Inhoud)
        SELECT a.SchoolId, a.Volgend, @Soort, @Onderwerp, @Moment, @Inhoud
        FROM Wijzigingen_Adres AS a
        WHERE a.SchoolId = @SchoolId AND a.Verwijderd IS NULL AND NOT EXISTS (
            SELECT 1
            FROM Wijzigingen_Berichtregel AS r
            WHERE r.SchoolId = a.SchoolId AND r.BerichtId = a.Volgend AND r.Soort = @Soort AND r.Onderwerp = @Onderwerp)
            AND NOT EXISTS (
                SELECT 1
                FROM Wijzigingen_Verteld AS v
                WHERE v.SchoolId = a.SchoolId AND v.AdresId = a.Id AND v.Soort = @Soort AND v.Onderwerp = @Onderwerp);
        """;

    public async Task AddAsync(SchoolId schoolId, Aanleiding aanleiding, CancellationToken ct)
    {
        var parameters = new
        {
            SchoolId = schoolId,
            aanleiding.Soort,
            aanleiding.Onderwerp,
            aanleiding.Vorige,
            LangGeleden = DigestSchedule.DagVan(aanleiding.Moment).DayNumber - Verteld.Herhaling,
            aanleiding.Moment,
            Inhoud = BerichtJson.ToText(aanleiding),
            Berichtstaat.Verzamelt,
        };
        if (await session.ExecuteAsync(Hold, parameters, ct) > 0)
        {
            if (aanleiding.Vorige is not null)
            {
                await session.ExecuteAsync(Continue, parameters, ct);
            }

            await session.ExecuteAsync(Open, parameters, ct);
            await session.ExecuteAsync(Add, parameters, ct);
        }
    }
}
