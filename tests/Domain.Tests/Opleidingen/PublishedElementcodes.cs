namespace Kurve.Numo.Domain.Tests.Opleidingen;

/// <summary>The table as published, which lies beside the repository on some machines and is not part of it.</summary>
internal static class PublishedElementcodes
{
    private const string Solution = "Kurve.Numo.sln";

    internal static string? Bestand { get; } = Find();

    /// <summary>Code, description, leerjaren.</summary>
    internal static IReadOnlyList<(string Code, string Omschrijving, string Leerjaren)> Read() =>
        [.. File.ReadLines(Bestand!).Skip(1).Select(regel => regel.Split(';')).Select(v => (v[0], v[1], v[2]))];

    private static string? Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, Solution)))
        {
            folder = folder.Parent;
        }

        var file = folder?.Parent is { } parent
            ? Path.Combine(parent.FullName, "shared", "data", "opleidingen", "elementcodes-vo-2015-2016.csv")
            : null;
        return File.Exists(file) ? file : null;
    }
}

/// <summary>A test against the published table, skipped where that is not present.</summary>
internal sealed class PublishedTableFactAttribute : FactAttribute
{
    public PublishedTableFactAttribute()
    {
        if (PublishedElementcodes.Bestand is null)
        {
            Skip = "The published elementcodetabel (shared/data/opleidingen) is not beside the repository.";
        }
    }
}
