using System.Data.Common;

namespace Kurve.Numo.Infrastructure;

/// <summary>Tells what an error of the database means.</summary>
public interface IDatabaseErrors
{
    /// <summary>Whether others kept the database busy for too long: the same may succeed a moment later.</summary>
    bool IsBusy(DbException exception);
}
