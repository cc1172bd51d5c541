using System.Text;
using Kurve.Numo.Application.Leerlingen.Contract;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Importeren.Conflicten;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Importeren.Conflicten;
using Kurve.Numo.Infrastructure.Leerlingen.Herstel;

namespace Kurve.Numo.Infrastructure.Tests.Importeren;

/// <summary>The code of a docent is the same in whatever case, wherever it is compared.</summary>
public sealed class DocentcodeTests
{
    [Fact]
    public void Undo_compares_the_code_of_a_docent_as_the_planner_does_and_the_key_of_a_leerling_as_it_is()
    {
        var row = new SleutelRow { Id = new AccountId(Guid.NewGuid()), UwlrKey = "jan" };

        row.SleutelsOf(Herstelsoort.Docent).Should().Equal(new DocentGegevens { UwlrKey = "Jan" }.Sleutels);
        row.SleutelsOf(Herstelsoort.Leerling).Should().Equal(new Persoonssleutel(Veld.UwlrKey, "jan"));
    }

    [Theory]
    [InlineData(Persoonssoort.Docent, "JAN")]
    [InlineData(Persoonssoort.Leerling, "jan")]
    public void A_decision_stored_under_a_code_in_another_case_is_found_again(Persoonssoort persoon, string expected)
    {
        var row = new BeslissingRow
        {
            Id = new BeslissingId(Guid.NewGuid()),
            Persoon = persoon,
            Soort = Beslissingsoort.Overslaan,
            Inhoud = Encoding.UTF8.GetBytes(Stored("jan")),
            Door = "iemand",
            Moment = DateTimeOffset.UnixEpoch,
        };

        row.ToBeslissing().Sleutels.Should().Equal(new Persoonssleutel(Veld.UwlrKey, expected));
    }

    private static string Stored(string key) => Encoding.UTF8.GetString(
        System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(
            new BeslissingJson { Sleutels = [new Persoonssleutel(Veld.UwlrKey, key)] },
            Infrastructure.Importeren.ImportJson.Default.BeslissingJson));
}
