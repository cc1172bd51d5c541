using System.Text.Json;
using Kurve.Numo.Application.Leerlingen.Datakwaliteit;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Infrastructure.Importeren;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerlingen.Datakwaliteit;

/// <summary>What the sources delivered in the last run and nothing belongs to.</summary>
internal static class Bronregels
{
    private const string ListLosse = """
        SELECT Nummer, Vestiging, Sleutel, Stamnummer, IdGebr, Opleidingscode, Naam
        FROM Importeren_LosseRegel
        WHERE SchoolId = @SchoolId AND RunId = @Run AND Bron = @Bron AND Nummer > @After
        ORDER BY Nummer
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    private const string ListNietHerkend = """
        SELECT Nummer, Inhoud
        FROM Importeren_Regel
        WHERE SchoolId = @SchoolId AND RunId = @Run AND Soort IN (6, 7) AND Nummer > @After
        ORDER BY Nummer
        OFFSET 0 ROWS FETCH NEXT @Take ROWS ONLY;
        """;

    public static async Task<Page<BevindingView>> ReadAsync(
        DbSession session, ListDatakwaliteit request, Peiling peiling, CancellationToken ct)
    {
        var parameters = new
        {
            request.SchoolId,
            peiling.Run,
            Bron = request.Soort == Kwaliteitssoort.LeerlingZonderRegel
                ? (int)Gekoppeldebron.Personen
                : (int)Gekoppeldebron.Opleidingen,
            After = PageTokens.ReadNumber(request.Page)!.Value,
            Take = request.Page.Size + 1,
        };
        var regels = request.Soort == Kwaliteitssoort.NietHerkend
            ? (await session.QueryAsync<RegelRow>(ListNietHerkend, parameters, ct)).Select(r => r.ToView())
            : (await session.QueryAsync<LosseRow>(ListLosse, parameters, ct)).Select(r => r.ToView());
        return PageTokens.ToPage(
            [.. regels.Select(regel => new BevindingView { Bronregel = regel })],
            request.Page,
            bevinding => bevinding.Bronregel!.Nummer);
    }

    private sealed class LosseRow
    {
        public required int Nummer { get; init; }

        public string? Vestiging { get; init; }

        public string? Sleutel { get; init; }

        public string? Stamnummer { get; init; }

        public string? IdGebr { get; init; }

        public string? Opleidingscode { get; init; }

        public string? Naam { get; init; }

        public BronregelView ToView() =>
            new(Nummer, Vestiging, Sleutel, Stamnummer, IdGebr, Opleidingscode, Naam, null);
    }

    private sealed class RegelRow
    {
        public required int Nummer { get; init; }

        public required byte[] Inhoud { get; init; }

        public BronregelView ToView()
        {
            var inhoud = JsonSerializer.Deserialize(Inhoud, ImportJson.Default.RegelJson)!;
            var persoon = inhoud.Persoon;
            return new BronregelView(
                Nummer,
                persoon.Vestiging,
                persoon.UwlrKey ?? persoon.EckId,
                persoon.Stamnummer,
                persoon.IdGebr,
                persoon.Opleidingscode,
                persoon.Naam,
                inhoud.Meldingen is [var reden, ..] ? reden.Tekst : null);
        }
    }
}
