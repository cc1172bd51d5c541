using System.Reflection;
using Microsoft.Data.SqlClient;

namespace Kurve.Numo.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>Makes errors as the driver makes them of what a server answers; it has no public way to.</summary>
internal static class SqlErrors
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic;

    public static SqlException Create(int number, byte severity = 14, string message = "x") =>
        Create((number, severity, message));

    /// <summary>One exception with several errors, in the order in which the server sent them.</summary>
    public static SqlException Create(params (int Number, byte Severity, string Message)[] told)
    {
        var errors = (SqlErrorCollection)Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        foreach (var (number, severity, message) in told)
        {
            typeof(SqlErrorCollection).GetMethod("Add", Hidden)!.Invoke(errors, [CreateError(number, severity, message)]);
        }

        var create = typeof(SqlException).GetMethods(Hidden).First(
            m => m.Name == "CreateException" && m.GetParameters().Length == 2);
        return (SqlException)create.Invoke(null, [errors, "16.0"])!;
    }

    private static object CreateError(int number, byte severity, string message)
    {
        var constructor = typeof(SqlError).GetConstructors(Hidden).OrderBy(c => c.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(p => p.Name switch
        {
            "infoNumber" => number,
            "errorClass" => severity,
            "errorMessage" => message,
            _ => p.ParameterType == typeof(string) ? ""
                : p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType)
                : null,
        })]);
    }
}
