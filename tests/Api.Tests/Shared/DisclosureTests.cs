using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.Api.Tests.Importeren;
using Kurve.Numo.Application.Privacy.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.V1;
using Status = Kurve.Numo.V1.Status;

namespace Kurve.Numo.Api.Tests.Shared;

/// <summary>
/// An answer that tells who people are needs the scope to read them and is written to the audit, whatever method gave it.
/// </summary>
[Collection(nameof(KoppelingenApi))]
public sealed class DisclosureTests(EndToEnd api)
{
    private const string Known = "Voorbeeld 'van' iets";

    public static TheoryData<string> Methods =>
        [.. Contract.Methods.Where(m => Maskering.MayTell(m.OutputType)).Select(m => m.FullName)];

    [Fact]
    public void Methods_of_people_are_found_by_the_marks_of_the_contract() => Contract.Methods.Where(m => Maskering.MayTell(m.OutputType)).Select(m => m.FullName).Should()
        .HaveCountGreaterThan(40)
        .And.Contain(["kurve.numo.v1.LeerlingService.GetLeerling", "kurve.numo.v1.ImportService.WatchImportRun"]);

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Without_the_scope_to_read_people_they_are_masked(string method)
    {
        foreach (var scopes in new[] { "numo.import numo.leerplan numo.beheer", "numo.read numo.support" })
        {
            var audit = new RememberingAudit();

            var shown = await ShowAsync(Find(method), scopes, audit);

            Marked(shown).Should().NotBeEmpty().And.OnlyContain(text => !text.Contains(Known, StringComparison.Ordinal));
            audit.Regels.Should().BeEmpty("nobody was named");
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task With_the_scope_it_is_written_to_the_audit_how_many_people_were_shown(string method)
    {
        var audit = new RememberingAudit();

        var shown = await ShowAsync(Find(method), "numo.read", audit);

        Marked(shown).Should().Contain(Known);
        audit.Regels.Should().ContainSingle().Which.Should().Match<Auditregel>(
            r => r.Subject == "iemand" && r.Actie.StartsWith(method.Substring(method.LastIndexOf('.') + 1), StringComparison.Ordinal) && r.Aantal > 0);
    }

    [Fact]
    public async Task What_the_audit_has_already_is_not_written_twice()
    {
        var audit = new RememberingAudit { IsWritten = true };

        await ShowAsync(Find("kurve.numo.v1.LeerlingService.ListLeerlingen"), "numo.read", audit);

        audit.Regels.Should().BeEmpty();
    }

    [Fact]
    public async Task Looking_at_one_leerling_and_asking_what_a_change_would_do_are_in_the_audit()
    {
        var (school, _) = await api.TakeSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync());
        var one = await school.FirstLeerlingAsync();
        var leerlingen = new LeerlingService.LeerlingServiceClient(api.Api.AsPerson("kijker", TestSchool.AllScopes));

        await leerlingen.GetLeerlingAsync(new GetLeerlingRequest { SchoolId = school.Id, LeerlingId = one.Id });
        await leerlingen.UpdateLeerlingAsync(new UpdateLeerlingRequest
        {
            Leerling = new Leerling { SchoolId = school.Id, Id = one.Id, Roepnaam = "Anders" },
            ValidateOnly = true,
        });

        (await school.AuditAsync("kijker")).Should().BeEquivalentTo("GetLeerling", "UpdateLeerling:validate_only");
    }

    [Fact]
    public async Task A_service_that_may_import_and_not_read_imports_people_that_it_does_not_get_to_know()
    {
        var (school, _) = await api.TakeSchoolAsync();
        await school.ApplyAsync(await school.PreviewAsync());
        var one = await school.FirstLeerlingAsync();
        var leerlingen = new LeerlingService.LeerlingServiceClient(api.Api.As("numo.import", school.Id));

        var archived = await leerlingen.ArchiveLeerlingAsync(
            new ArchiveLeerlingRequest { SchoolId = school.Id, LeerlingId = one.Id });
        var written = async () => await leerlingen.UpdateLeerlingAsync(new UpdateLeerlingRequest
        {
            Leerling = new Leerling { SchoolId = school.Id, Id = one.Id, Roepnaam = archived.Leerling.Roepnaam },
        });

        archived.Leerling.Should().Match<Leerling>(
            l => l.Id == one.Id && l.Achternaam.EndsWith("***", StringComparison.Ordinal) && l.Status == Status.Gearchiveerd);
        (await written.Should().ThrowAsync<RpcException>()).Which.StatusCode.Should().Be(StatusCode.PermissionDenied);
    }

    private static MethodDescriptor Find(string method) => Contract.Methods.Single(m => m.FullName == method);

    private static async Task<IMessage> ShowAsync(MethodDescriptor method, string scopes, IAuditLog audit)
    {
        var disclosure = new Disclosure(new Asking(scopes), audit);
        var show = typeof(Disclosure).GetMethod(nameof(Disclosure.ShowAsync))!.MakeGenericMethod(method.OutputType.ClrType);
        dynamic shown = show.Invoke(
            disclosure, [FilledMessage.Of(method.OutputType, depth: 6), FilledMessage.Of(method.InputType, depth: 1), method.FullName.Replace($".{method.Name}", $"/{method.Name}", StringComparison.Ordinal)])!;
        return (IMessage)await shown;
    }

    /// <summary>The values of all fields that are marked.</summary>
    private static IEnumerable<string> Marked(IMessage message) => message.Descriptor.Fields.InFieldNumberOrder().SelectMany(
        field => field switch
        {
            { IsMap: true } => [],
            { FieldType: FieldType.Message, IsRepeated: true } =>
                ((System.Collections.IEnumerable)field.Accessor.GetValue(message)).Cast<IMessage>().SelectMany(Marked),
            { FieldType: FieldType.Message } => field.Accessor.GetValue(message) is IMessage child ? Marked(child) : [],
            _ => Maskering.Of(field) is Persoonsgegeven.Waarde or Persoonsgegeven.Citaat
                or Persoonsgegeven.WaardeVanOnbekendeKolom
                ? [(string)field.Accessor.GetValue(message)]
                : [],
        });

    private sealed class Asking(string scopes) : ICallerAccessor
    {
        public Caller Current { get; } = new("iemand", scopes.Split(' ').ToHashSet(StringComparer.Ordinal), Scholen: null);
    }

    private sealed class RememberingAudit : IAuditLog
    {
        public List<Auditregel> Regels { get; } = [];

        public bool IsWritten { get; set; }

        public Task AddAsync(Auditregel regel, CancellationToken ct)
        {
            Regels.Add(regel);
            IsWritten = true;
            return Task.CompletedTask;
        }
    }
}
