using System.Text;

namespace Kurve.Numo.Infrastructure.Leerlingen.Samenvoegen;

/// <summary>The statements of a merge that are the same for leerlingen and docenten.</summary>
internal static class SamenvoegingSql
{
    public const string Add = """
        INSERT INTO Leerlingen_Samenvoeging (SchoolId, VervaltId, Persoon, BlijftId, Door, Moment)
        VALUES (@SchoolId, @VervaltId, @Persoon, @BlijftId, @Door, @Moment);
        """;

    /// <summary>All that was remembered to undo it.</summary>
    public const string Remove = """
        DELETE FROM Leerlingen_LidSamenvoeging WHERE SchoolId = @SchoolId AND VervaltId = @VervaltId;
        DELETE FROM Leerlingen_LeerlingSamenvoeging WHERE SchoolId = @SchoolId AND VervaltId = @VervaltId;
        DELETE FROM Leerlingen_DocentSamenvoeging WHERE SchoolId = @SchoolId AND VervaltId = @VervaltId;
        DELETE FROM Leerlingen_Samenvoeging WHERE SchoolId = @SchoolId AND VervaltId = @VervaltId;
        """;

    /// <summary>Addresses that may be one in other letters or with spaces around it; few, since this runs under a lock.</summary>
    public const string FindOtherEmails = """
        SELECT Email
        FROM Leerlingen_Docent
        WHERE SchoolId = @SchoolId AND Status = 0 AND LOWER(Email) LIKE @Pattern AND Id <> @BlijftId AND Id <> @VervaltId;
        """;

    /// <summary>
    /// What <see cref="FindOtherEmails"/> looks for. SQLite lowers only ASCII, and a bracket means something to SQL Server: an
    /// address with others may be any.
    /// </summary>
    public static string ToPattern(string address) =>
        Ascii.IsValid(address) && !address.Contains('[', StringComparison.Ordinal) ? $"%{address}%" : "%";
}

/// <summary>The statements of one kind of person.</summary>
/// <param name="Save">Remembers both accounts.</param>
/// <param name="KeepEarliest">Keeps the earlier school year in which one of both came.</param>
/// <param name="Update">Stores one of them after.</param>
/// <param name="Leden">Their groepen.</param>
/// <param name="Join">Puts the one that stays in groepen.</param>
/// <param name="Leave">Takes it out of groepen.</param>
/// <param name="Load">What was remembered.</param>
/// <param name="Restore">Gives both back what they were, in this order.</param>
internal sealed record Samenvoegstatements(
    string Save, string KeepEarliest, string Update, string Leden, string Join, string Leave, string Load, IReadOnlyList<string> Restore)
{
    public static Samenvoegstatements Leerling { get; } = new(
        LeerlingSamenvoegingSql.Save,
        LeerlingSamenvoegingSql.KeepEarliest,
        LeerlingSamenvoegingSql.Update,
        LeerlingSamenvoegingSql.Leden,
        LeerlingSamenvoegingSql.Join,
        LeerlingSamenvoegingSql.Leave,
        LeerlingSamenvoegingSql.Load,
        [
            LeerlingSamenvoegingSql.DropSleutels, LeerlingSamenvoegingSql.Restore,
            LeerlingSamenvoegingSql.ReconnectRuns, LeerlingSamenvoegingSql.ReconnectSamenvoegingen,
        ]);

    public static Samenvoegstatements Docent { get; } = new(
        DocentSamenvoegingSql.Save,
        DocentSamenvoegingSql.KeepEarliest,
        DocentSamenvoegingSql.Update,
        DocentSamenvoegingSql.Leden,
        DocentSamenvoegingSql.Join,
        DocentSamenvoegingSql.Leave,
        DocentSamenvoegingSql.Load,
        [
            DocentSamenvoegingSql.DropSleutels, DocentSamenvoegingSql.Restore,
            DocentSamenvoegingSql.ReconnectRuns, DocentSamenvoegingSql.ReconnectSamenvoegingen,
        ]);
}
