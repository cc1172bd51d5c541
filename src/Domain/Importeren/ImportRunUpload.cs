using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Importeren;

/// <summary>The file that a run was made of.</summary>
/// <param name="Bestandsnaam">Its name as it was uploaded; empty when none was given.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Indeling">The preset, or the school's own layout of columns, by name.</param>
public sealed record Upload(string Bestandsnaam, int Bytes, string Indeling);

/// <summary>A run that is made of a file.</summary>
public sealed partial record ImportRun
{
    /// <summary>The file; null when the run fetches from sources.</summary>
    public Upload? Upload { get; init; }

    /// <summary>A run that begins to read a file.</summary>
    public static ImportRun StartUpload(
        ImportRunId id,
        SchoolId schoolId,
        Schooljaar schooljaar,
        string aangevraagdDoor,
        Upload upload,
        DateTimeOffset now) => Start(id, schoolId, schooljaar, aangevraagdDoor, now) with
        {
            Bron = Bron.Csv,
            Upload = upload,
        };
}
