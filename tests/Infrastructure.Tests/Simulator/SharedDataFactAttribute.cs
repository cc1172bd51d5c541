namespace Kurve.Numo.Infrastructure.Tests.Simulator;

/// <summary>
/// A test that needs files which may not be in the repository, beside it in <c>shared</c>; skipped without them.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string relative)
    {
        if (SharedData.Find(relative) is null)
        {
            Skip = $"shared/{relative} is not beside the repository: these files are others' and not copied into it.";
        }
    }
}

/// <summary>Finds the folder of others' files.</summary>
internal static class SharedData
{
    /// <summary>The full path, or null when it is not there.</summary>
    public static string? Find(string relative)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Kurve.Numo.sln")))
        {
            folder = folder.Parent;
        }

        var path = folder?.Parent is null ? null : Path.Combine(folder.Parent.FullName, "shared", relative);
        return path is not null && Path.Exists(path) ? path : null;
    }
}
