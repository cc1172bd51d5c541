namespace Kurve.Numo.Cli.Export;

/// <summary>
/// A file that gets personal data: readable by its owner alone, and there only when it is whole. Until then it stands
/// beside its place under another name, and goes when the export fails.
/// </summary>
internal sealed class ExportFile : IAsyncDisposable
{
    private readonly FileInfo _file;
    private readonly bool _force;
    private readonly string _part;
    private readonly FileStream _stream;

    private ExportFile(FileInfo file, bool force)
    {
        (_file, _force, _part) = (file, force, $"{file.FullName}.{Guid.NewGuid():N}.part");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        _stream = new FileStream(_part, options);
    }

    /// <summary>
    /// Opens a file; to be called before anything is asked of the API, so that nothing is read for nothing.
    /// </summary>
    /// <param name="file">Its place.</param>
    /// <param name="force">Whether one that is there may be overwritten.</param>
    /// <exception cref="RefusedException">It cannot be used.</exception>
    public static ExportFile Open(FileInfo file, bool force)
    {
        if (Path.Exists(file.FullName) && !force)
        {
            throw new RefusedException(
                $"{file} is there already, and nothing was asked of the API. Name another file, or overwrite it with "
                    + "--force.");
        }

        if (!Directory.Exists(file.DirectoryName))
        {
            throw new RefusedException($"There is no folder {file.DirectoryName}; make it first.");
        }

        return Refusing(() => new ExportFile(file, force));
    }

    /// <summary>Adds a part.</summary>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> part, CancellationToken ct) => _stream.WriteAsync(part, ct);

    /// <summary>Puts the whole file in its place.</summary>
    /// <exception cref="RefusedException">That cannot be done.</exception>
    public async Task CompleteAsync(CancellationToken ct)
    {
        await _stream.FlushAsync(ct);
        await _stream.DisposeAsync();
        Refusing(() =>
        {
            File.Move(_part, _file.FullName, _force);
            return true;
        });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        File.Delete(_part);
    }

    private static T Refusing<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"The file cannot be written: {e.Message}");
        }
    }
}
