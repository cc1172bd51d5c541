using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Infrastructure.Leerlingen.Samenvoegen;
using Kurve.Numo.Infrastructure.Tests.Importeren;
using static Kurve.Numo.Infrastructure.Tests.Importeren.Keuzeschool;

namespace Kurve.Numo.Infrastructure.Tests.Leerlingen;

/// <summary>No undone merge makes two active docenten of one address, and few addresses are looked at for that.</summary>
public sealed class SamenvoegEmailTests : IAsyncLifetime
{
    private const string SetEmail = "UPDATE Leerlingen_Docent SET Email = @Email WHERE Id = @Id;";

    private Keuzeschool _school = null!;
    private Guid _blijft;
    private Guid _vervalt;
    private Guid _ander;

    public async Task InitializeAsync()
    {
        _school = await CreateAsync();
        _school.Leerlingen.Add(Leerling(1));
        _school.Docenten.AddRange([Docent(1), Docent(2), Docent(3), Docent(4)]);
        await _school.ImportAsync();
        (_blijft, _vervalt) = ((await _school.FindDocentAsync(1)).Id, (await _school.FindDocentAsync(2)).Id);
        _ander = (await _school.FindDocentAsync(3)).Id;
    }

    public async Task DisposeAsync() => await _school.DisposeAsync();

    [Theory]
    [InlineData("docent2@school.invalid", " Docent2@SCHOOL.invalid ")]
    [InlineData("j_n%[x]@school.invalid", "J_N%[X]@school.invalid")]
    [InlineData("andré@school.invalid", "ANDRÉ@school.invalid")]
    public async Task An_address_in_other_letters_and_with_spaces_is_the_same_address(string own, string taken)
    {
        await SetAsync(_vervalt, own);
        await _school.MergeDocentenAsync(_blijft, _vervalt);
        await SetAsync(_ander, taken);

        (await _school.UndoMergeDocentenAsync(_vervalt)).Error.Should().BeOfType<EmailVanAnder>();
    }

    [Fact]
    public async Task An_address_that_only_looks_like_it_is_another()
    {
        await SetAsync(_vervalt, "j_n@school.invalid");
        await _school.MergeDocentenAsync(_blijft, _vervalt);
        await SetAsync(_ander, "jan@school.invalid");

        (await _school.UndoMergeDocentenAsync(_vervalt)).Error.Should().BeNull();
    }

    [Fact]
    public async Task Of_all_docenten_only_those_with_an_address_like_it_are_read()
    {
        var read = await _school.Database.QueryAsync<string>(SamenvoegingSql.FindOtherEmails, new
        {
            SchoolId = _school.Id,
            BlijftId = _blijft,
            VervaltId = _vervalt,
            Pattern = SamenvoegingSql.ToPattern("docent3@school.invalid"),
        });

        read.Should().Equal(Docent(3).Email);
    }

    private Task SetAsync(Guid id, string email) => _school.Database.ExecuteAsync(SetEmail, new { Email = email, Id = id });
}
