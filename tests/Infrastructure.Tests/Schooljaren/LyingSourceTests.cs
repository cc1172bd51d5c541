using Kurve.Numo.Domain.Leerlingen;
using Xunit.Sdk;

namespace Kurve.Numo.Infrastructure.Tests.Schooljaren;

/// <summary>
/// The comparison with the model finds what is wrong: here a source tells Numo something else than the model, so that Numo
/// shows what nobody expects.
/// </summary>
public sealed class LyingSourceTests
{
    private const int Seed = 1;
    private const string Key = "10007";

    // From the change of school year on, so that all before it is as expected.
    private static readonly DateOnly Begin = Schoolmodel.Begin;

    [Fact]
    public Task A_pupil_in_a_class_of_others_is_found() => FindAsync(
        "pupil 7, class", Begin.AddDays(25), rows => Change(l => l with
        {
            Stamgroep = rows.Select(r => r.Stamgroep).First(k => k != l.Stamgroep),
        })(rows));

    [Fact]
    public Task Another_leerjaar_is_found() => FindAsync(
        "pupil 7, leerjaar", Begin, Change(l => l with { Leerjaar = 6 }));

    [Fact]
    public Task Another_name_is_found() => FindAsync(
        "pupil 7, achternaam", Begin, Change(l => l with { Achternaam = "Anders" }));

    [Fact]
    public Task A_pupil_who_is_left_out_is_found() => FindAsync(
        "pupil 7, status", Begin.AddDays(16), rows => rows.RemoveAll(l => l.UwlrKey == Key));

    [Fact]
    public Task A_pupil_who_is_nobody_is_found() => FindAsync(
        "ECK iD eck-999: expected none", Begin, rows => rows.Add(rows[0] with
        {
            EckId = Importeren.Keuzeschool.Leerling(999).EckId,
            UwlrKey = "99999",
            Achternaam = "Niemand",
        }));

    [Fact]
    public Task Another_account_is_found() => FindAsync("pupil 7", Begin, Change(l => l with
    {
        EckId = Importeren.Keuzeschool.Leerling(998).EckId,
        UwlrKey = "99998",
        Roepnaam = "Ander",
        Achternaam = "Mens",
    }));

    private static Action<List<LeerlingGegevens>> Change(Func<LeerlingGegevens, LeerlingGegevens> change) => rows =>
    {
        var place = rows.FindIndex(l => l.UwlrKey == Key);
        rows[place] = change(rows[place]);
    };

    private static async Task FindAsync(string difference, DateOnly from, Action<List<LeerlingGegevens>> lie)
    {
        var year = () => Jaar.RunAsync(Seed, (dag, rows) =>
        {
            if (dag >= from)
            {
                lie(rows);
            }
        });

        var found = await year.Should().ThrowAsync<XunitException>();
        found.Which.Message.Should().Contain(difference).And.Contain($"seed {Seed} ").And.Contain($"{from.Year}-08-");
    }
}
