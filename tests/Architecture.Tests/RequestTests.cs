using System.Reflection;
using Kurve.Numo.Application.Importeren.Csv;
using Kurve.Numo.Application.Importeren.Schooljaren;
using Kurve.Numo.Application.Koppelingen;
using Kurve.Numo.Application.Leerplannen;
using Kurve.Numo.Application.Opleidingen;
using Kurve.Numo.Application.Scholen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Application.Synchronisatie;
using MediatR;

namespace Kurve.Numo.Architecture.Tests;

public sealed class RequestTests
{
    private static readonly Type[] Requests =
    [
        .. typeof(RegisterSchool).Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false, IsInterface: false } && typeof(IBaseRequest).IsAssignableFrom(t)),
    ];

    [Fact]
    public void Every_request_says_which_scope_it_requires() =>
        Requests.Should().OnlyContain(t => t.GetCustomAttribute<RequiresScopeAttribute>() != null);

    [Fact]
    public void Every_request_names_its_school_so_that_no_token_reaches_another_one()
    {
        Type[] aboutNoSchool = [typeof(RegisterSchool), typeof(ListScholen), typeof(ListKoppelingen),
            typeof(ListOpleidingen), typeof(ImportCrebo), typeof(ListVaardigheden), typeof(ImportVaardigheden),
            typeof(GetCsvsjabloon), typeof(ListSyncs),
            typeof(ListSchooljaarwissels)];

        Requests.Except(aboutNoSchool).Should().OnlyContain(t => typeof(ISchoolRequest).IsAssignableFrom(t));
    }

    [Fact]
    public void Every_change_is_of_one_school_or_closed_to_who_is_bound_to_schools() => Requests
        .Where(t => typeof(ICommand).IsAssignableFrom(t))
        .Should().OnlyContain(t =>
            typeof(ISchoolRequest).IsAssignableFrom(t) != typeof(IAllSchoolsRequest).IsAssignableFrom(t));

    [Fact]
    public void Every_list_of_people_is_audited() => Requests
        .Where(t => t.Name is "ListLeerlingen" or "ListDocenten" or "ListImportRegels" or "BatchGetLeerlingen"
            or "ListLeerplannen" or "BatchGetEffectiveLeerplannen" or "ExportLeerlingen" or "ExportImportRegels"
            or "CompareImportRuns" or "GetDatakwaliteit" or "ListDatakwaliteit"
            or "ListBeslissingen")
        .Should().HaveCount(12).And.OnlyContain(t => typeof(IAuditedQuery).IsAssignableFrom(t));

    [Fact]
    public void Every_export_and_every_change_of_who_somebody_is_is_closed_to_support() => Requests
        .Where(t => t.Name.StartsWith("Export", StringComparison.Ordinal)
            || t.Name is "UpdateLeerling" or "UpdateDocent" or "MergeLeerlingen" or "MergeDocenten"
                or "UndoMergeLeerlingen" or "UndoMergeDocenten")
        .Should().HaveCount(8).And.OnlyContain(t => t.IsDefined(typeof(NotForSupportAttribute), false));

    [Fact]
    public void MediatR_contracts_has_exactly_the_types_that_MediatR_refers_to()
    {
        string[] expected = ["IBaseRequest", "INotification", "IRequest", "IRequest`1", "IStreamRequest`1", "Unit"];

        typeof(IBaseRequest).Assembly.GetExportedTypes().Select(t =>
            t.Name).Order(StringComparer.Ordinal).Should().Equal(expected);
        typeof(IMediator).Assembly.GetReferencedAssemblies().Should().ContainSingle(a => a.Name == "MediatR.Contracts")
            .Which.GetPublicKeyToken().Should().Equal(typeof(IBaseRequest).Assembly.GetName().GetPublicKeyToken());
    }
}
