namespace Kurve.Numo.Cli.Commands;

/// <summary>A file that a command sends.</summary>
internal static class InputFile
{
    /// <summary>Reads it whole.</summary>
    /// <exception cref="RefusedException">It cannot be read.</exception>
    public static async Task<byte[]> ReadAsync(FileInfo file, CancellationToken ct)
    {
        await using var content = Open(file);
        try
        {
            using var whole = new MemoryStream();
            await content.CopyToAsync(whole, ct);
            return whole.ToArray();
        }
        catch (IOException e)
        {
            throw Unreadable(e);
        }
    }

    /// <summary>Opens it.</summary>
    /// <exception cref="RefusedException">It cannot be read.</exception>
    public static FileStream Open(FileInfo file)
    {
        // The system would say that access is denied, and send the reader after the wrong thing.
        if (Directory.Exists(file.FullName))
        {
            throw new RefusedException($"{file} is a folder; name a file in it.");
        }

        try
        {
            return file.OpenRead();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(e);
        }
    }

    /// <summary>That a file cannot be read, and why.</summary>
    public static RefusedException Unreadable(Exception reason) => new($"The file cannot be read: {reason.Message}");
}
