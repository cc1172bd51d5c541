using Kurve.Numo.Infrastructure.Tests.Persistence;

namespace Kurve.Numo.Api.Tests.Synchronisatie;

/// <summary>What only a real SQL Server can show; skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SqlServerFactAttribute : FactAttribute
{
    public SqlServerFactAttribute() => Skip = SqlServerTestDatabase.WhyNot;
}
