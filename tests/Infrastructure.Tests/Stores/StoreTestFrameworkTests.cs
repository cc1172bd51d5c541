using Kurve.Numo.Infrastructure.Tests.Leerplannen;
using Kurve.Numo.Infrastructure.Tests.Opleidingen;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using Kurve.Numo.Infrastructure.Tests.Simulator;

namespace Kurve.Numo.Infrastructure.Tests.Stores;

/// <summary>That the suite of all stores is what it says: nobody sees a test that was not found.</summary>
public sealed class StoreTestFrameworkTests
{
    [Theory]
    [InlineData(typeof(SchoolstandStoreTests))]
    [InlineData(typeof(CatalogusTests))]
    [InlineData(typeof(SchooljaarwisselingTests))]
    public void A_test_with_a_database_runs_on_every_engine(Type testClass) =>
        StoreTestFramework.HasStore(testClass).Should().BeTrue();

    [Theory]
    [InlineData(typeof(DeterminismTests))]
    [InlineData(typeof(StoreTestFrameworkTests))]
    public void A_test_without_one_runs_once(Type testClass) =>
        StoreTestFramework.HasStore(testClass).Should().BeFalse();

    [Fact]
    public async Task Only_what_runs_on_sql_server_is_told_so()
    {
        var within = await TestStore.OnSqlServerAsync(async () =>
        {
            await Task.Yield();
            return TestStore.IsSqlServer;
        });

        within.Should().BeTrue();
        TestStore.IsSqlServer.Should().BeFalse();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_test_is_found_for_each_engine(string name, bool isDoubled) =>
        typeof(SchemaTests).GetMethod(name)!.IsDefined(typeof(SqliteOnlyAttribute), inherit: false).Should().Be(!isDoubled);

    public static TheoryData<string, bool> Cases() => new()
    {
        { nameof(SchemaTests.Keys_differ_by_case), true },
        { nameof(SchemaTests.Readers_never_wait_for_a_writer), false },
    };
}
