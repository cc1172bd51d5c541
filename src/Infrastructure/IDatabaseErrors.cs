using System.Data.Common;

namespace Kurve.Numo.Infrastructure;

/// <summary>What keeps a database from doing its work, until an operator mends it.</summary>
public enum Databasestoring
{
    /// <summary>The disk, or the database itself, is full.</summary>
    Vol,

    /// <summary>Nothing can be written.</summary>
    AlleenLezen,

    /// <summary>What stands in it is damaged, or is no database.</summary>
    Beschadigd,

    /// <summary>It cannot be opened or read.</summary>
    Onbereikbaar,
}

/// <summary>Tells what an error of the database means.</summary>
public interface IDatabaseErrors
{
    /// <summary>The storing that was met last, until something was written again; null when there is none.</summary>
    Databasestoring? Storing { get; }

    /// <summary>Whether others kept the database busy for too long: the same may succeed a moment later.</summary>
    bool IsBusy(DbException exception);

    /// <summary>What an operator has to mend; null when it is something else.</summary>
    Databasestoring? StoringOf(DbException exception);
}
