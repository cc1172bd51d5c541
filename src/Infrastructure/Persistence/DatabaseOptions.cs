using Kurve.Numo.Infrastructure.Persistence.SqlServer;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Kurve.Numo.Infrastructure.Persistence;

/// <summary>Configuration section <c>Numo:Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>The section.</summary>
    public const string Section = "Numo:Database";

    /// <summary><c>Sqlite</c> or <c>SqlServer</c>.</summary>
    public string Provider { get; set; } = "Sqlite";

    /// <summary>
    /// The provider's connection string; Sqlite has a default, a file under the user's data folder.
    /// </summary>
    public string ConnectionString { get; set; } = DefaultConnectionString;

    /// <summary>Whether it is SQL Server.</summary>
    internal bool IsSqlServer => string.Equals(Provider, "SqlServer", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The file that is used when nothing is configured. Whoever uses it makes its folder: this is asked where another
    /// file is configured as well, and the home folder may be read-only then.
    /// </summary>
    public static string DefaultFile => Path.Combine(
        Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "Kurve.Numo",
        "numo.db");

    private static string DefaultConnectionString => $"Data Source={DefaultFile}";

    /// <summary>The file; null for SQL Server.</summary>
    internal string? FindFile() => IsSqlServer
        ? null
        : Path.GetFullPath(new SqliteConnectionStringBuilder(ConnectionString).DataSource);

    /// <summary>Which database it is, without secrets.</summary>
    internal string Describe()
    {
        if (FindFile() is { } file)
        {
            return File.Exists(file) ? file : $"{file}, which is new";
        }

        var settings = SqlServerSettings.Parse(ConnectionString);
        return $"{settings.InitialCatalog} on SQL Server {settings.DataSource}";
    }

    /// <summary>Why these settings cannot be used; null when they can.</summary>
    internal string? Check() =>
        string.Equals(Provider, "Sqlite", StringComparison.OrdinalIgnoreCase) ? CheckSqlite()
        : !IsSqlServer ? $"{Section}:Provider is '{Provider}'; it must be Sqlite or SqlServer."
        : SqlServerSettings.Check(
            string.Equals(ConnectionString, DefaultConnectionString, StringComparison.Ordinal) ? "" : ConnectionString);

    private string? CheckSqlite()
    {
        try
        {
            var file = new SqliteConnectionStringBuilder(ConnectionString).DataSource;
            return file.Length == 0 ? $"{Section}:ConnectionString names no file: add 'Data Source=FILE'."
                : Directory.Exists(file) ? $"{Section}:ConnectionString: {file} is a folder; name a file in it."
                : null;
        }
        catch (ArgumentException)
        {
            return $"{Section}:ConnectionString is no connection string of SQLite; expected 'Data Source=FILE'.";
        }
    }
}

internal sealed class DatabaseOptionsValidator : IValidateOptions<DatabaseOptions>
{
    public ValidateOptionsResult Validate(string? name, DatabaseOptions options) =>
        options.Check() is { } failure ? ValidateOptionsResult.Fail(failure) : ValidateOptionsResult.Success;
}
