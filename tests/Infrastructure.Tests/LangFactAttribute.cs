namespace Kurve.Numo.Infrastructure.Tests;

/// <summary>A test that takes long: skipped unless it is asked for.</summary>
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
