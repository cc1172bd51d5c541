using System.Data;
using System.Globalization;
using Dapper;
using Kurve.Numo.Domain.Shared;
using Microsoft.Data.Sqlite;

namespace Kurve.Numo.Infrastructure.Persistence;

/// <summary>How ids, moments and days are stored and lists are sent, told to Dapper once.</summary>
internal static class TypeHandlers
{
    /// <summary>Fixed width, so that the text sorts as the moments do.</summary>
    private const string MomentFormat = "yyyy-MM-ddTHH:mm:ss.fffffffZ";

    private const string DayFormat = "yyyy-MM-dd";

    private static readonly Lazy<bool> Registration = new(() =>
    {
        SqlMapper.AddTypeHandler(
            typeof(SchoolId), new IdHandler<SchoolId>(id => id.Value, value => new SchoolId(value)));
        SqlMapper.AddTypeHandler(
            typeof(AccountId), new IdHandler<AccountId>(id => id.Value, value => new AccountId(value)));
        SqlMapper.AddTypeHandler(typeof(GroepId), new IdHandler<GroepId>(id => id.Value, value => new GroepId(value)));
        SqlMapper.AddTypeHandler(
            typeof(ImportRunId), new IdHandler<ImportRunId>(id => id.Value, value => new ImportRunId(value)));
        SqlMapper.AddTypeHandler(
            typeof(BeslissingId), new IdHandler<BeslissingId>(id => id.Value, value => new BeslissingId(value)));
        SqlMapper.RemoveTypeMap(typeof(Guid));
        SqlMapper.AddTypeHandler(typeof(Guid), new IdHandler<Guid>(id => id, value => value));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.AddTypeHandler(typeof(DateTimeOffset), new MomentHandler());

        // Lists of nearly the same length are one statement, with one plan: the last element fills them up, to tens,
        // fifties or hundreds. 1,000 stay 1,000; SQL Server takes 2,100.
        SqlMapper.Settings.PadListExpansions = true;
        return true;
    });

    public static void Register() => _ = Registration.Value;

    /// <summary>Most significant byte first, so that UUIDv7 sorts by age on every engine.</summary>
    public static byte[] ToBytes(Guid id) => id.ToByteArray(bigEndian: true);

    /// <summary>Ids for an IN list: Dapper does not ask type handlers for the elements of a list.</summary>
    public static byte[][] ToList(IEnumerable<Guid> ids) => [.. ids.Select(ToBytes)];

    public static Guid ToGuid(ReadOnlySpan<byte> bytes) => new(bytes, bigEndian: true);

    /// <summary>A moment as SQLite keeps it.</summary>
    public static string ToText(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(MomentFormat, CultureInfo.InvariantCulture);

    /// <summary>A day as it is stored: so that the text sorts as the days do.</summary>
    public static string ToText(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <summary>A day that was stored.</summary>
    public static DateOnly ToDay(string text) => DateOnly.ParseExact(text, DayFormat, CultureInfo.InvariantCulture);

    // Not Dapper's own base class: that leaves a null without a type, which SQL Server takes for a text.
    private sealed class IdHandler<T>(Func<T, Guid> toGuid, Func<Guid, T> fromGuid) : SqlMapper.ITypeHandler
        where T : struct
    {
        public void SetValue(IDbDataParameter parameter, object value)
        {
            parameter.DbType = DbType.Binary;
            parameter.Value = value is T id ? ToBytes(toGuid(id)) : DBNull.Value;
        }

        public object Parse(Type destinationType, object value) => fromGuid(ToGuid((byte[])value));
    }

    // Not Dapper's own base class either, for the same reason.
    private sealed class MomentHandler : SqlMapper.ITypeHandler
    {
        public void SetValue(IDbDataParameter parameter, object value)
        {
            parameter.DbType = parameter is SqliteParameter ? DbType.String : DbType.DateTimeOffset;
            parameter.Value = value is not DateTimeOffset moment ? DBNull.Value
                : parameter is SqliteParameter ? ToText(moment)
                : moment.ToUniversalTime();
        }

        public object Parse(Type destinationType, object value) => value is string text
            ? DateTimeOffset.ParseExact(
                text, MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : (DateTimeOffset)value;
    }
}
