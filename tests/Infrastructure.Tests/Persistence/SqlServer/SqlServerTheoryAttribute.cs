namespace Kurve.Numo.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>Cases that only a real SQL Server can show; skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SqlServerTheoryAttribute : TheoryAttribute
{
    public SqlServerTheoryAttribute() => Skip = SqlServerTestDatabase.WhyNot;
}
