namespace Kurve.Numo.Infrastructure.Tests.Shared;

/// <summary>
/// A test that takes long: skipped unless it is asked for, by <c>NUMO_TEST_LANG=1 dotnet test --filter Duur=lang</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LangFactAttribute : FactAttribute
{
    public LangFactAttribute()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NUMO_TEST_LANG")))
        {
            Skip = "Takes long: set NUMO_TEST_LANG=1 to run it.";
        }
    }
}
