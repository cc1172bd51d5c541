using System.Data;
using Dapper;
using Microsoft.Data.SqlClient;

namespace Kurve.Numo.Infrastructure.Persistence.SqlServer;

/// <summary>
/// Parameters of which blobs are declared as <c>varbinary(max)</c>, as their columns are. SqlClient declares them as
/// long as their value, and the server keeps a plan for each length. Ids stay sixteen bytes long: as <c>max</c> they
/// would not be sought in an index.
/// </summary>
internal sealed class SqlServerParameters(object parameters)
    : DynamicParameters(parameters), SqlMapper.IDynamicParameters
{
    private const int IdLength = 16;
    private const int Max = -1;

    void SqlMapper.IDynamicParameters.AddParameters(IDbCommand command, SqlMapper.Identity identity)
    {
        AddParameters(command, identity);
        foreach (SqlParameter parameter in command.Parameters)
        {
            if (parameter.Value is byte[] { Length: not IdLength })
            {
                parameter.Size = Max;
            }
        }
    }
}
