using Kurve.Numo.Application.Importeren;
using Kurve.Numo.Application.Importeren.Runs;
using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using static Kurve.Numo.Infrastructure.Tests.Importeren.Keuzeschool;

namespace Kurve.Numo.Infrastructure.Tests.Importeren;

/// <summary>An address that somebody else got after a run, and undoing that run.</summary>
public sealed class LoginTests : IAsyncLifetime
{
    private Keuzeschool _school = null!;

    public async Task InitializeAsync()
    {
        _school = await CreateAsync();
        _school.Leerlingen.Add(Leerling(1));
        _school.Docenten.AddRange([Docent(1), Docent(2), Docent(3)]);
        await _school.ImportAsync();
    }

    public async Task DisposeAsync() => await _school.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_address_that_somebody_got_by_hand_since_is_not_given_back(bool wasArchived)
    {
        var run = await ChangeFirstAsync(wasArchived);
        await GiveAsync(2, " DOCENT1@School.Invalid");

        var undone = (await _school.SendAsync(
            new UndoImport(_school.Id, new ImportRunId(run.Id), RequestId: null, ValidateOnly: false))).Value;

        var gelaten = undone.Gelaten.Should().ContainSingle().Subject;
        (gelaten.Naam, gelaten.Beletsel).Should().Be(("Docent1", Herstelbeletsel.EmailBezet));
        Herstelmeldingen.Of(gelaten.Beletsel).Code.Should().Be("EMAIL_BEZET");
        (await _school.FindDocentAsync(3)).Achternaam.Should().Be("Docent3", "others are given back");
        var regels = await _school.RegelsAsync(run);
        regels.Single(r => r.AccountId == gelaten.Id).Beletsel.Should().Be(Herstelbeletsel.EmailBezet);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_address_that_nobody_got_is_given_back(bool wasArchived)
    {
        var run = await ChangeFirstAsync(wasArchived);

        var undone = (await _school.SendAsync(
            new UndoImport(_school.Id, new ImportRunId(run.Id), RequestId: null, ValidateOnly: false))).Value;

        undone.Gelaten.Should().BeEmpty();
        var docent = await _school.FindDocentAsync(1);
        (docent.Email, docent.Status).Should().Be((Docent(1).Email, Accountstatus.Actief));
    }

    private async Task<ImportRunView> ChangeFirstAsync(bool archive)
    {
        if (archive)
        {
            _school.Docenten.RemoveAt(0);
        }
        else
        {
            _school.Docenten[0] = Docent(1) with { Email = "anders@school.invalid" };
        }

        _school.Clock.Advance(TimeSpan.FromMinutes(1));
        _school.Docenten[^1] = Docent(3) with { Groepen = [] };
        var run = await _school.PreviewAsync();
        return (await _school.ApplyAsync(run)).Value;
    }

    private async Task GiveAsync(int nummer, string email)
    {
        var docent = await _school.FindDocentAsync(nummer);
        var bewerking = new Bewerking<DocentGegevens>(
            new DocentGegevens { Email = email }, Veld.Email, null, NietVergrendelen: false);
        var given = await _school.SendAsync(
            new UpdateDocent(_school.Id, new AccountId(docent.Id), bewerking, null, null, false));
        given.Error.Should().BeNull();
    }
}
