using System.Globalization;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Importeren;

namespace Kurve.Numo.Infrastructure.Tests.Persistence.Plans;

/// <summary>A database of SQLite with 200 schools that each imported some people.</summary>
public sealed class FilledDatabase : IAsyncLifetime
{
    private const int Scholen = 200;
    /// <summary>How many people each school has.</summary>
    internal const int Leerlingen = 40;

    private readonly TestDatabase _database = TestDatabase.Create();

    /// <summary>Where it is.</summary>
    public string ConnectionString => _database.ConnectionString;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        var process = Importschool.StartProcess(_database);
        for (var number = 0; number < Scholen; number++)
        {
            var id = await _database.RegisterSchoolAsync(BrinOf(number));
            var school = new Importschool(process, id);
            var (run, _) = await school.PreviewAsync(Deliver());
            (await school.ApplyAsync(run, [], [])).Error.Should().BeNull();
        }
    }

    /// <inheritdoc/>
    public async Task DisposeAsync() => await _database.DisposeAsync();

    private static string BrinOf(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"99{(char)('A' + (number / 26))}{(char)('A' + (number % 26))}");

    /// <summary>What a school of it delivers.</summary>
    internal static Aanlevering Deliver()
    {
        var hoofd = new HashSet<Vestigingsnummer> { Vestigingsnummer.Hoofd };
        var klas = new GroepGegevens(new Groepsleutel(Vestigingsnummer.Hoofd, "1A"), Groepsoort.Stamgroep, "1A", 1);
        return new Aanlevering(
            TestDatabase.Jaar,
            new Bereik(hoofd, hoofd, hoofd),
            [klas],
            [
                .. Enumerable.Range(0, Leerlingen).Select(number => new Aangeleverd<LeerlingGegevens>(
                    new LeerlingGegevens
                    {
                        UwlrKey = number.ToString(CultureInfo.InvariantCulture),
                        Roepnaam = "Sam",
                        Stamgroep = klas.Sleutel,
                    },
                    (Veld)(-1),
                    [])),
            ],
            [],
            [],
            [],
            null,
            "vingerafdruk");
    }
}
