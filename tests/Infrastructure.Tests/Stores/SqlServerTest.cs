using FsCheck.Xunit;
using Kurve.Numo.Infrastructure.Tests.Persistence;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Kurve.Numo.Infrastructure.Tests.Stores;

/// <summary>A test once more, on SQL Server.</summary>
public sealed class SqlServerTest : XunitTestCase
{
    internal const string Suffix = " on SQL Server";

    /// <summary>For the runner, which reads tests back from text.</summary>
    [Obsolete("Called by the runner only.", error: true)]
    public SqlServerTest()
    {
    }

    internal SqlServerTest(
        IMessageSink diagnostics,
        TestMethodDisplay display,
        TestMethodDisplayOptions displayOptions,
        ITestMethod method,
        object[]? arguments)
        : base(diagnostics, display, displayOptions, method, arguments)
    {
    }

    /// <inheritdoc/>
    public override Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink,
        IMessageBus messageBus,
        object[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource) => TestStore.OnSqlServerAsync(() => base.RunAsync(
            diagnosticMessageSink, messageBus, constructorArguments, aggregator, cancellationTokenSource));

    /// <inheritdoc/>
    protected override string GetDisplayName(IAttributeInfo factAttribute, string displayName) =>
        base.GetDisplayName(factAttribute, displayName) + Suffix;

    /// <inheritdoc/>
    protected override string GetSkipReason(IAttributeInfo factAttribute) =>
        (base.GetSkipReason(factAttribute) ?? SqlServerTestDatabase.WhyNot)!;

    /// <inheritdoc/>
    protected override string GetUniqueID() => base.GetUniqueID() + Suffix;
}

/// <summary>A test of which the cases are known only when it runs, once more, on SQL Server.</summary>
public sealed class SqlServerTheory : XunitTheoryTestCase
{
    /// <summary>For the runner, which reads tests back from text.</summary>
    [Obsolete("Called by the runner only.", error: true)]
    public SqlServerTheory()
    {
    }

    internal SqlServerTheory(
        IMessageSink diagnostics,
        TestMethodDisplay display,
        TestMethodDisplayOptions displayOptions,
        ITestMethod method)
        : base(diagnostics, display, displayOptions, method)
    {
    }

    /// <inheritdoc/>
    public override Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink,
        IMessageBus messageBus,
        object[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource) => TestStore.OnSqlServerAsync(() => base.RunAsync(
            diagnosticMessageSink, messageBus, constructorArguments, aggregator, cancellationTokenSource));

    /// <inheritdoc/>
    protected override string GetDisplayName(IAttributeInfo factAttribute, string displayName) =>
        base.GetDisplayName(factAttribute, displayName) + SqlServerTest.Suffix;

    /// <inheritdoc/>
    protected override string GetSkipReason(IAttributeInfo factAttribute) =>
        (base.GetSkipReason(factAttribute) ?? SqlServerTestDatabase.WhyNot)!;

    /// <inheritdoc/>
    protected override string GetUniqueID() => base.GetUniqueID() + SqlServerTest.Suffix;
}

/// <summary>A property once more, on SQL Server: its values are made as on SQLite.</summary>
public sealed class SqlServerProperty : PropertyTestCase
{
    /// <summary>For the runner, which reads tests back from text.</summary>
    [Obsolete("Called by the runner only.", error: true)]
    public SqlServerProperty()
    {
    }

    internal SqlServerProperty(
        IMessageSink diagnostics, TestMethodDisplay display, TestMethodDisplayOptions displayOptions, ITestMethod method)
        : base(diagnostics, display, displayOptions, method, null)
    {
    }

    /// <inheritdoc/>
    public override Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink,
        IMessageBus messageBus,
        object[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource) => TestStore.OnSqlServerAsync(() => base.RunAsync(
            diagnosticMessageSink, messageBus, constructorArguments, aggregator, cancellationTokenSource));

    /// <inheritdoc/>
    protected override string GetDisplayName(IAttributeInfo factAttribute, string displayName) =>
        base.GetDisplayName(factAttribute, displayName) + SqlServerTest.Suffix;

    /// <inheritdoc/>
    protected override string GetSkipReason(IAttributeInfo factAttribute) =>
        (base.GetSkipReason(factAttribute) ?? SqlServerTestDatabase.WhyNot)!;

    /// <inheritdoc/>
    protected override string GetUniqueID() => base.GetUniqueID() + SqlServerTest.Suffix;
}
