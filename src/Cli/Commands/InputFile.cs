namespace Kurve.Numo.Cli.Commands;

/// <summary>A file that a command sends.</summary>
internal static class InputFile
{
    /// <summary>Reads it.</summary>
    /// <exception cref="RefusedException">It cannot be read.</exception>
    public static async Task<byte[]> ReadAsync(FileInfo file, CancellationToken ct)
    {
        try
        {
            return await File.ReadAllBytesAsync(file.FullName, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"The file cannot be read: {e.Message}");
        }
    }
}
