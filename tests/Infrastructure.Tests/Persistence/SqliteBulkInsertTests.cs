using Kurve.Numo.Application.Shared;
using Kurve.Numo.Infrastructure.Persistence;
using Kurve.Numo.Infrastructure.Tests.Stores;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Kurve.Numo.Infrastructure.Tests.Persistence;

[SqliteOnly("its own way to insert many rows")]
public sealed class SqliteBulkInsertTests : IAsyncLifetime
{
    private readonly TestDatabase _database = TestDatabase.Create();

    public Task InitializeAsync() =>
        _database.ExecuteAsync("CREATE TABLE Proef (Nummer INTEGER PRIMARY KEY, Een ANY NULL, Twee ANY NULL) STRICT;");

    public async Task DisposeAsync() => await _database.DisposeAsync();

    public static TheoryData<object?, string, string> Values() => new()
    {
        { null, "null", "NULL" },
        { 42, "integer", "42" },
        { int.MinValue, "integer", "-2147483648" },
        { long.MaxValue, "integer", "9223372036854775807" },
        { "", "text", "''" },
        { "van 't Zoë-Łukasz 数 🎓", "text", "'van ''t Zoë-Łukasz 数 🎓'" },
        { new byte[] { 0, 1, 254, 255 }, "blob", "X'0001FEFF'" },
        { Array.Empty<byte>(), "blob", "X''" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_is_written_as_what_it_is(object? value, string type, string quoted)
    {
        await InsertAsync((1, value, null));

        (await _database.QueryAsync<string>("SELECT typeof(Een) || ' ' || quote(Een) FROM Proef")).Should().Equal(
            $"{type} {quoted}");
    }

    [Fact]
    public async Task Texts_of_one_row_do_not_overwrite_each_other_however_long_they_are()
    {
        var (kort, lang) = ("kort", string.Concat(Enumerable.Repeat("lang é ", 1_000)));

        await InsertAsync((1, kort, lang), (2, lang, kort), (3, lang, null));

        (await ReadAsync("Een")).Should().Equal(kort, lang, lang);
        (await ReadAsync("Twee")).Should().Equal(lang, kort, null);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(1.5)]
    [InlineData('x')]
    public async Task A_type_that_no_table_has_is_refused(object value)
    {
        var insert = () => InsertAsync((1, value, null));

        (await insert.Should().ThrowAsync<ArgumentException>()).WithMessage($"*{value.GetType().Name}*");
    }

    [Fact]
    public async Task A_row_that_a_constraint_refuses_takes_the_whole_insert_with_it()
    {
        var insert = () => InsertAsync((1, "een", null), (1, "nog een", null));

        await insert.Should().ThrowAsync<SqliteException>();

        (await _database.QueryAsync<long>("SELECT COUNT(*) FROM Proef")).Should().Equal(0);
    }

    private Task<IReadOnlyList<string?>> ReadAsync(string column) =>
        _database.QueryAsync<string?>($"SELECT {column} FROM Proef ORDER BY Nummer");

    private async Task InsertAsync(params (int Nummer, object? Een, object? Twee)[] rows)
    {
        var table = new BulkTable<(int Nummer, object? Een, object? Twee)>(
            "Proef", ("Nummer", r => r.Nummer), ("Een", r => r.Een), ("Twee", r => r.Twee));
        await using var scope = _database.Services.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DbSession>();
        await using var work = await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().BeginAsync(default);
        await session.BulkInsertAsync(table, rows, default);
        await work.CommitAsync(default);
    }
}
