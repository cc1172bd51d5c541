using System.Security.Cryptography;

namespace Kurve.Numo.Cli.Tokens;

/// <summary>
/// The key file that a development API checks tokens with: base64 of 32 random bytes on one line, readable by its owner
/// alone.
/// </summary>
/// <param name="Bytes">The key.</param>
/// <param name="Created">Whether the file did not exist yet.</param>
internal sealed record DevelopmentKey(byte[] Bytes, bool Created)
{
    /// <summary>The environment variable that tells the API, and this program, where the file is.</summary>
    public const string FileVariable = "Numo__Auth__DevelopmentKeyFile";

    private const string MutexName = "Kurve.Numo.DevelopmentKey";
    private const int Length = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Where the file is when nothing else is said; the API must be told of it.</summary>
    public static string DefaultPath => Path.Combine(
        Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "Kurve.Numo",
        "development.key");

    /// <summary>Reads the file, or makes it when there is none.</summary>
    /// <exception cref="RefusedException">It cannot be read or written, or holds something else.</exception>
    public static DevelopmentKey ReadOrCreate(string path)
    {
        try
        {
            var created = !File.Exists(path) && TryCreate(path);
            return new DevelopmentKey(Parse(path, File.ReadAllText(path)), created);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"The key file {path} cannot be read or made: {e.Message}");
        }
    }

    private static byte[] Parse(string path, string text)
    {
        var bytes = new byte[Length];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var written) && written == Length
            ? bytes
            : throw new RefusedException(
                $"{path} is not a key file: it must hold base64 of {Length} bytes on one line. "
                + "Remove it to have a new one made; the API must then be started again.");
    }

    // Written aside and then given its name, so that nobody ever reads half a key. One process at a time, since a
    // rename that refuses to replace a file is a check and then a rename: who comes second uses the first's.
    private static bool TryCreate(string path)
    {
        using var oneAtATime = new Mutex(
            initiallyOwned: false,
            MutexName,
            new NamedWaitHandleOptions { CurrentUserOnly = true, CurrentSessionOnly = false });
        Enter(oneAtATime);
        try
        {
            if (File.Exists(path))
            {
                return false;
            }

            Create(path);
            return true;
        }
        finally
        {
            oneAtATime.ReleaseMutex();
        }
    }

    private static void Enter(Mutex mutex)
    {
        try
        {
            mutex.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // Its holder was killed: the mutex is ours, and what it left is a file aside, not a key.
        }
    }

    private static void Create(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var aside = Path.Combine(folder, Path.GetRandomFileName());
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        try
        {
            using (var writer = new StreamWriter(aside, options))
            {
                writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)));
            }

            File.Move(aside, path);
        }
        finally
        {
            File.Delete(aside);
        }
    }
}
