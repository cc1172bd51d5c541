namespace Kurve.Numo.Infrastructure.Persistence;

/// <summary>Files and folders for the user of this process alone; Windows goes by the folder around them.</summary>
internal static class OwnerOnly
{
    public const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Folder = File | UnixFileMode.UserExecute;

    /// <summary>Makes a folder for its owner alone; one that is there already stays as the operator made it.</summary>
    public static DirectoryInfo CreateFolder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, Folder);
}
