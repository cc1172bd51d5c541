using System.Globalization;

namespace Kurve.Numo.Clock;

/// <summary>
/// The file that holds a trial clock: one line with how far it is from the machine's time, such as <c>297.06:30:00</c>
/// (days, hours, minutes, seconds), and nothing else. Without a file that is zero.
/// </summary>
/// <param name="path">Where it is.</param>
public sealed class TrialClockFile(string path)
{
    /// <summary>The environment variable that tells programs where the file is.</summary>
    public const string Variable = "Numo__Clock__TrialFile";

    /// <summary>How far a clock may be from the machine's, ahead or behind: twenty years.</summary>
    public static readonly TimeSpan LongestOffset = TimeSpan.FromDays(7_305);

    private const int LongestText = 64;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Where it is.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Whether a clock may be so far from the machine's.</summary>
    public static bool IsWithinBounds(TimeSpan offset) => offset <= LongestOffset && offset >= -LongestOffset;

    /// <summary>How far the clock is from the machine's time.</summary>
    /// <exception cref="TrialClockException">The file cannot be read, or holds something else.</exception>
    public TimeSpan Read()
    {
        try
        {
            return Parse(ReadText());
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return TimeSpan.Zero;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TrialClockException($"The clock file {Path} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Sets the clock. Whoever reads meanwhile gets the old line or the new one, whole.</summary>
    /// <param name="offset">How far it is from the machine's time, at most <see cref="LongestOffset"/> either
    /// way.</param>
    /// <exception cref="TrialClockException">The file cannot be written.</exception>
    public void Write(TimeSpan offset)
    {
        if (!IsWithinBounds(offset))
        {
            throw new ArgumentOutOfRangeException(
                nameof(offset), offset, "Further from the machine's time than twenty years.");
        }

        Change(() =>
        {
            var folder = System.IO.Path.GetDirectoryName(Path)!;
            Directory.CreateDirectory(folder);
            var aside = System.IO.Path.Combine(folder, System.IO.Path.GetRandomFileName());
            try
            {
                using (var writer = new StreamWriter(aside, CreateForOwner()))
                {
                    writer.WriteLine(offset.ToString("c", CultureInfo.InvariantCulture));
                }

                File.Move(aside, Path, overwrite: true);
            }
            finally
            {
                File.Delete(aside);
            }
        });
    }

    /// <summary>Removes the file: the clock is the machine's again.</summary>
    /// <exception cref="TrialClockException">It cannot be removed.</exception>
    public void Remove() => Change(() =>
    {
        if (File.Exists(Path))
        {
            File.Delete(Path);
        }
    });

    private static FileStreamOptions CreateForOwner()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return options;
    }

    private void Change(Action change)
    {
        try
        {
            change();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TrialClockException($"The clock file {Path} cannot be written: {e.Message}", e);
        }
    }

    private string ReadText()
    {
        // It may be replaced while it is read.
        using var stream = new FileStream(
            Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, LongestText);
        using var reader = new StreamReader(stream);
        var text = new char[LongestText];
        return new string(text, 0, reader.ReadBlock(text, 0, text.Length)).Trim();
    }

    private TimeSpan Parse(string text) =>
        TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var offset)
        && IsWithinBounds(offset)
            ? offset
            : throw new TrialClockException(
                $"The clock file {Path} holds '{Clean(text)}'; expected one line with the offset from the machine's "
                    + "time, at most 7305 days, such as 297.06:30:00. Run `numo clock reset` to remove it.");

    // What is no clock may be anything, and goes to terminals and logs.
    private static string Clean(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) ? '?' : c));
}

/// <summary>A clock file that cannot be used; the message names it, what is wrong and the remedy.</summary>
public sealed class TrialClockException(string message, Exception? inner = null) : Exception(message, inner);
