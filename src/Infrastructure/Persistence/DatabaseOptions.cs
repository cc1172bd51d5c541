namespace Kurve.Numo.Infrastructure.Persistence;

/// <summary>Configuration section <c>Numo:Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>The section.</summary>
    public const string Section = "Numo:Database";

    /// <summary><c>Sqlite</c>; the only provider so far.</summary>
    public string Provider { get; set; } = "Sqlite";

    /// <summary>The provider's connection string; default a file under the user's data folder.</summary>
    public string ConnectionString { get; set; } = $"Data Source={DefaultFile}";

    /// <summary>The file that is used when nothing is configured.</summary>
    public static string DefaultFile => Path.Combine(
        Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
        "Kurve.Numo",
        "numo.db");
}
