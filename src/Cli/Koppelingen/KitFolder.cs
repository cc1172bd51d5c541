using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Koppelingen;

/// <summary>The folder that gets a school's query and instructions; never its password.</summary>
internal sealed class KitFolder
{
    private const string Html = "instructies.html";
    private const string Text = "instructies.txt";
    private readonly string _folder;
    private readonly bool _force;

    private KitFolder(string folder, bool force) => (_folder, _force) = (folder, force);

    /// <summary>
    /// Makes the folder where there is none, and looks whether it has a kit already. To be called before the kit is
    /// asked for: each kit has a new password, which must not be made for nothing.
    /// </summary>
    /// <param name="folder">Its path.</param>
    /// <param name="force">Whether files may be overwritten.</param>
    /// <exception cref="RefusedException">It cannot be used.</exception>
    public static KitFolder Open(DirectoryInfo folder, bool force) => Refusing(() =>
    {
        folder.Create();
        var present = folder.EnumerateFiles("*.sql").Select(file => file.Name)
            .Concat(new[] { Html, Text }.Where(name => Path.Exists(Path.Combine(folder.FullName, name))))
            .Order(StringComparer.Ordinal)
            .ToList();
        return present.Count == 0 || force
            ? new KitFolder(folder.FullName, force)
            : throw new RefusedException(
                $"{folder} holds a kit already ({string.Join(", ", present)}), and nothing was asked of the API. "
                    + "Name another folder, or overwrite with --force.");
    });

    /// <summary>Writes the query and the instructions.</summary>
    /// <returns>The files.</returns>
    /// <exception cref="RefusedException">They cannot be written, or hold the password.</exception>
    public IReadOnlyList<string> Write(IssueActivationKitResponse kit)
    {
        (string Name, string Content)[] files =
        [
            (FileNameOf(kit.QueryBestand), kit.Query), (Html, kit.InstructiesHtml), (Text, kit.InstructiesTekst),
        ];
        if (files.Any(file => Array.Exists([file.Name, file.Content], text => Holds(text, kit.Wachtwoord))))
        {
            throw new RefusedException(
                "The query or the instructions hold the password, so nothing was written. This is a bug of the API.");
        }

        return Refusing(() => Array.ConvertAll(files, file => Write(file.Name, file.Content)));
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

    private static bool Holds(string text, string password) =>
        password.Length > 0 && text.Contains(password, StringComparison.Ordinal);

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        using var stream = new FileStream(path, _force ? FileMode.Create : FileMode.CreateNew, FileAccess.Write);
        using var writer = new StreamWriter(stream);
        writer.Write(content);
        return path;
    }

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
