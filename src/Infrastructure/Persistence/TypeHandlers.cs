using System.Data;
using System.Globalization;
using Dapper;
using Kurve.Numo.Domain.Shared;
using Microsoft.Data.Sqlite;

namespace Kurve.Numo.Infrastructure.Persistence;

/// <summary>How ids and moments are stored, told to Dapper once.</summary>
internal static class TypeHandlers
{
    /// <summary>Fixed width, so that the text sorts as the moments do.</summary>
    private const string MomentFormat = "yyyy-MM-ddTHH:mm:ss.fffffffZ";

    private static readonly Lazy<bool> Registration = new(() =>
    {
        SqlMapper.AddTypeHandler(new IdHandler<SchoolId>(id => id.Value, value => new SchoolId(value)));
        SqlMapper.AddTypeHandler(new IdHandler<AccountId>(id => id.Value, value => new AccountId(value)));
        SqlMapper.AddTypeHandler(new IdHandler<GroepId>(id => id.Value, value => new GroepId(value)));
        SqlMapper.AddTypeHandler(new IdHandler<ImportRunId>(id => id.Value, value => new ImportRunId(value)));
        SqlMapper.RemoveTypeMap(typeof(Guid));
        SqlMapper.AddTypeHandler(new IdHandler<Guid>(id => id, value => value));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.AddTypeHandler(new MomentHandler());
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

    private sealed class IdHandler<T>(Func<T, Guid> toGuid, Func<Guid, T> fromGuid) : SqlMapper.TypeHandler<T>
        where T : struct
    {
        public override void SetValue(IDbDataParameter parameter, T value)
        {
            parameter.DbType = DbType.Binary;
            parameter.Value = ToBytes(toGuid(value));
        }

        public override T Parse(object value) => fromGuid(ToGuid((byte[])value));
    }

    private sealed class MomentHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) =>
            parameter.Value = parameter is SqliteParameter ? ToText(value) : value.ToUniversalTime();

        public override DateTimeOffset Parse(object value) => value is string text
            ? DateTimeOffset.ParseExact(
                text, MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : (DateTimeOffset)value;
    }
}
