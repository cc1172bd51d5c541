using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;

namespace Kurve.Numo.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>Stands in for SqlClient, with parameters of its own: keeps how they would be declared, and sends nothing.</summary>
internal sealed class Recorder : DbConnection
{
    public Dictionary<string, (SqlDbType Type, int Size)> Sent { get; } = new(StringComparer.Ordinal);

    [AllowNull]
    public override string ConnectionString { get; set; } = "";

    public override string Database => "";

    public override string DataSource => "";

    public override string ServerVersion => "";

    public override ConnectionState State => ConnectionState.Open;

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    public override void Open() => throw new NotSupportedException();

    public override void Close()
    {
        // It is connected to nothing.
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        throw new NotSupportedException();

    protected override DbCommand CreateDbCommand() => new Command(this);

    private sealed class Command(Recorder recorder) : DbCommand
    {
        private readonly SqlCommand _inner = new();

        [AllowNull]
        public override string CommandText { get; set; } = "";

        public override int CommandTimeout { get; set; }

        public override CommandType CommandType { get; set; }

        public override bool DesignTimeVisible { get; set; }

        public override UpdateRowSource UpdatedRowSource { get; set; }

        protected override DbConnection? DbConnection { get; set; } = recorder;

        protected override DbParameterCollection DbParameterCollection => _inner.Parameters;

        protected override DbTransaction? DbTransaction { get; set; }

        public override int ExecuteNonQuery()
        {
            foreach (SqlParameter parameter in _inner.Parameters)
            {
                recorder.Sent.Add(parameter.ParameterName, (parameter.SqlDbType, parameter.Size));
            }

            return 0;
        }

        public override void Cancel() => throw new NotSupportedException();

        public override void Prepare() => throw new NotSupportedException();

        public override object ExecuteScalar() => throw new NotSupportedException();

        protected override DbParameter CreateDbParameter() => _inner.CreateParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) =>
            throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
