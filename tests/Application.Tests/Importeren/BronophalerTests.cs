using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Application.Opleidingen.Contract;
using Kurve.Numo.Application.Scholen.Contract;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;
using NSubstitute;

namespace Kurve.Numo.Application.Tests.Importeren;

public sealed class BronophalerTests
{
    private static readonly IVertalers Vertalers = NiemandVertaalt();

    private static readonly Bronfout Geweigerd = new(
        "GEWEIGERD", "Refused.", "Geweigerd.", Actiehouder.School, Tijdelijk: false);

    private readonly IPersonenbron _personen = Substitute.For<IPersonenbron>();
    private readonly IOpleidingenbron _opleidingen = Substitute.For<IOpleidingenbron>();

    [Fact]
    public async Task A_source_that_refuses_stops_the_other_and_its_reason_counts()
    {
        _opleidingen.FetchAsync(default!, default, default).ReturnsForAnyArgs(Geweigerd);
        _personen.FetchAsync(default!, default, default).ReturnsForAnyArgs(call => Hang(call.Arg<CancellationToken>()));

        var fetched = await FetchAsync("00");

        fetched.Error.Should().Be(Geweigerd);
    }

    [Fact]
    public async Task Every_vestiging_is_asked()
    {
        _opleidingen.FetchAsync(default!, default, default).ReturnsForAnyArgs(new Opleidingenlijst([], ""));
        _personen.FetchAsync(
            default!, default, default).ReturnsForAnyArgs(call => Task.FromResult<Result<Personenlijst>>(
            new Personenlijst(BronInhoud.GeenGegevens, call.Arg<PersonenVerzoek>().Vestiging, [], [], [], [], "")));

        var fetched = await FetchAsync("00", "01");

        fetched.Value.Remmen.Count(r => r.Code == "GEEN_GEGEVENS").Should().Be(2);
    }

    private static async Task<Result<Personenlijst>> Hang(CancellationToken ct)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, ct);
        return Geweigerd;
    }

    private async Task<Result<Aanlevering>> FetchAsync(params string[] vestigingen)
    {
        var id = new SchoolId(Guid.NewGuid());
        var school = School.Register(
            id,
            "Voorbeeld",
            Brin.Hydrate("99ZZ"),
            [.. vestigingen.Select(Vestigingsnummer.Hydrate)],
            Sector.Vo,
            default).Value;
        var scholen = Substitute.For<IOpenSchools>();
        scholen.GetAsync(default, default).ReturnsForAnyArgs(school);
        var toegang = Substitute.For<IKoppelingToegang>();
        toegang.GetAsync(default, default).ReturnsForAnyArgs(
            new Toegang(new OpleidingenVerzoek(Schooldomein.Hydrate("voorbeeld"), "Kurve", new Geheim("x")), null, null));
        var run = ImportRun.Start(new ImportRunId(Guid.NewGuid()), id, Schooljaar.Hydrate(2026), "test", default);
        return await new Bronophaler(scholen, toegang, _personen, _opleidingen, Vertalers, TimeProvider.System)
            .FetchAsync(run, new Voortgang(TimeProvider.System, []), CancellationToken.None);
    }

    private static IVertalers NiemandVertaalt()
    {
        var vertalers = Substitute.For<IVertalers>();
        vertalers.GetAsync(default, default, default).ReturnsForAnyArgs(new Opleidingsvertaler(
            Opleidingscatalogus.Create([], []).Value, Vertaaltabellen.Leeg(Sector.Vo)));
        return vertalers;
    }
}
