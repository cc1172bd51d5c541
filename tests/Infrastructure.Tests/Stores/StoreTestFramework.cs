using System.Reflection;
using FsCheck.Xunit;
using Kurve.Numo.Infrastructure.Tests.Leerplannen;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("Kurve.Numo.Infrastructure.Tests.Stores.StoreTestFramework", "Kurve.Numo.Infrastructure.Tests")]

namespace Kurve.Numo.Infrastructure.Tests.Stores;

/// <summary>
/// Runs every test that has a database on each engine: whoever writes one writes a part of the contract of all stores,
/// and need not think of it. On SQLite always; on SQL Server when there is one, and skipped with the reason otherwise.
/// </summary>
public sealed class StoreTestFramework(IMessageSink messageSink) : XunitTestFramework(messageSink)
{
    /// <inheritdoc/>
    protected override ITestFrameworkDiscoverer CreateDiscoverer(IAssemblyInfo assemblyInfo) =>
        new Discoverer(assemblyInfo, SourceInformationProvider, DiagnosticMessageSink);

    /// <summary>Whether tests of this class have a database, as a field or on their way.</summary>
    internal static bool HasStore(Type testClass) => Fields(testClass).Concat(
        testClass.GetNestedTypes(BindingFlags.NonPublic).SelectMany(Fields)).Any(
            f => f.FieldType == typeof(TestDatabase) || f.FieldType == typeof(Leerplanschool));

    private static FieldInfo[] Fields(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);

    private sealed class Discoverer(
        IAssemblyInfo assembly, ISourceInformationProvider sources, IMessageSink diagnostics)
        : XunitTestFrameworkDiscoverer(assembly, sources, diagnostics)
    {
        protected override bool FindTestsForMethod(
            ITestMethod testMethod,
            bool includeSourceInformation,
            IMessageBus messageBus,
            ITestFrameworkDiscoveryOptions discoveryOptions)
        {
            var bus = new Doubling(messageBus, DiagnosticMessageSink, discoveryOptions);
            return base.FindTestsForMethod(testMethod, includeSourceInformation, bus, discoveryOptions);
        }
    }

    private sealed class Doubling(
        IMessageBus inner, IMessageSink diagnostics, ITestFrameworkDiscoveryOptions options) : IMessageBus
    {
        public bool QueueMessage(IMessageSinkMessage message) =>
            inner.QueueMessage(message)
            && (message is not TestCaseDiscoveryMessage { TestCase: XunitTestCase test }
                || ToSqlServer(test) is not { } twin
                || inner.QueueMessage(new TestCaseDiscoveryMessage(twin)));

        public void Dispose()
        {
            // The bus is its maker's to end.
        }

        private XunitTestCase? ToSqlServer(XunitTestCase test)
        {
            var method = test.TestMethod.Method.ToRuntimeMethod();
            var testClass = test.TestMethod.TestClass.Class.ToRuntimeType();
            if (!HasStore(testClass)
                || method.IsDefined(typeof(SqliteOnlyAttribute))
                || testClass.IsDefined(typeof(SqliteOnlyAttribute)))
            {
                return null;
            }

            var display = options.MethodDisplayOrDefault();
            var displayOptions = options.MethodDisplayOptionsOrDefault();
            return test switch
            {
                PropertyTestCase => new SqlServerProperty(diagnostics, display, displayOptions, test.TestMethod),
                XunitTheoryTestCase => new SqlServerTheory(diagnostics, display, displayOptions, test.TestMethod),
                ExecutionErrorTestCase => null,
                _ => new SqlServerTest(
                    diagnostics, display, displayOptions, test.TestMethod, test.TestMethodArguments),
            };
        }
    }
}
