namespace Kurve.Numo.Architecture.Tests;

/// <summary>Where the sources are.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException("The tests do not run below Kurve.Numo.sln."),
        _ when File.Exists(Path.Combine(folder.FullName, "Kurve.Numo.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
