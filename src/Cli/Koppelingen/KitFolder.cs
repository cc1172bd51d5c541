namespace Kurve.Numo.Cli.Koppelingen;

/// <summary>
/// The folder that gets a school's query and instructions; never its password. Unless everything was written, nothing
/// of it stays: no part of the files, and no folder that was made for them.
/// </summary>
internal sealed class KitFolder : IDisposable
{
    private const string Html = "instructies.html";
    private const string Text = "instructies.txt";
    private readonly DirectoryInfo _folder;
    private readonly bool _force;
    private readonly IReadOnlyList<DirectoryInfo> _made;
    private bool _written;

    private KitFolder(DirectoryInfo folder, bool force, IReadOnlyList<DirectoryInfo> made) =>
        (_folder, _force, _made) = (folder, force, made);

    /// <summary>
    /// Makes the folder where there is none, and looks whether it can be written and has a kit already. To be called
    /// before the kit is asked for: each kit has a new password, which must not be made for nothing.
    /// </summary>
    /// <param name="folder">Its path.</param>
    /// <param name="force">Whether files may be overwritten.</param>
    /// <exception cref="RefusedException">It cannot be used.</exception>
    public static KitFolder Open(DirectoryInfo folder, bool force) => Refusing(() =>
    {
        var opened = new KitFolder(folder, force, [.. Missing(folder)]);
        try
        {
            folder.Create();
            File.Create(opened.TemporaryPath("probe"), 1, FileOptions.DeleteOnClose).Dispose();
            opened.CheckHoldsNoKit();
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    });

    /// <summary>Writes the query and the instructions.</summary>
    /// <param name="kit">These.</param>
    /// <param name="wachtwoord">The password that must be in none of them; empty when none was made.</param>
    /// <returns>The files.</returns>
    /// <exception cref="RefusedException">They cannot be written, or hold the password.</exception>
    public IReadOnlyList<string> Write(KitFiles kit, string wachtwoord)
    {
        (string Name, string Content)[] files =
        [
            (FileNameOf(kit.QueryBestand), kit.Query), (Html, kit.Html), (Text, kit.Tekst),
        ];
        if (kit.Hold(wachtwoord))
        {
            throw new RefusedException(
                "The query or the instructions hold the password, so nothing was written. This is a bug of the API.");
        }

        return Refusing(() => WriteAll(files));
    }

    /// <summary>
    /// A name from outside as the name of an .sql file in one folder: letters, digits, and <c>-_.</c> inside the name.
    /// </summary>
    public static string FileNameOf(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var safe = string.Concat(last.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            .Trim('.', '-');
        var stem = Path.GetFileNameWithoutExtension(safe);
        return (stem.Length == 0 ? "query" : stem[..Math.Min(stem.Length, 100)]) + ".sql";
    }

    /// <summary>Takes away the folder when it was made for nothing.</summary>
    public void Dispose()
    {
        // Innermost first. What somebody else put there meanwhile stays.
        foreach (var folder in _written ? [] : _made.Where(f => Directory.Exists(f.FullName)))
        {
            if (!Directory.EnumerateFileSystemEntries(folder.FullName).Any())
            {
                Directory.Delete(folder.FullName);
            }
        }
    }

    private static IEnumerable<DirectoryInfo> Missing(DirectoryInfo folder)
    {
        for (var f = folder; f is not null && !Path.Exists(f.FullName); f = f.Parent)
        {
            yield return f;
        }
    }

    private void CheckHoldsNoKit()
    {
        var present = _folder.EnumerateFiles("*.sql").Select(file => file.Name)
            .Concat(new[] { Html, Text }.Where(name => Path.Exists(Path.Combine(_folder.FullName, name))))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (present.Count > 0 && !_force)
        {
            throw new RefusedException(
                $"{_folder} holds a kit already ({string.Join(", ", present)}), and nothing was asked of the API. "
                    + "Name another folder, or overwrite with --force.");
        }
    }

    // All beside their places first: a full disk must not leave half a kit.
    private string[] WriteAll((string Name, string Content)[] files)
    {
        try
        {
            foreach (var (name, content) in files)
            {
                File.WriteAllText(TemporaryPath(name), content);
            }

            var paths = Array.ConvertAll(files, file => Path.Combine(_folder.FullName, file.Name));
            foreach (var (path, file) in paths.Zip(files))
            {
                File.Move(TemporaryPath(file.Name), path, _force);
            }

            _written = true;
            return paths;
        }
        finally
        {
            foreach (var (name, _) in files)
            {
                File.Delete(TemporaryPath(name));
            }
        }
    }

    private string TemporaryPath(string name) => Path.Combine(_folder.FullName, $".{name}.part");

    private static T Refusing<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"The folder for the kit cannot be written: {e.Message}");
        }
    }
}
