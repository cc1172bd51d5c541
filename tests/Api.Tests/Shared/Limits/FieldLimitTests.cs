using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Kurve.Numo.Api.Shared.Limits;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Shared.Limits;

/// <summary>The limits of the fields of requests, found in the contract itself.</summary>
[Collection(nameof(PersonenApi))]
public sealed class FieldLimitTests(EndToEnd api)
{
    private const int Deepest = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Every_list_and_text_of_every_request_is_refused_when_it_holds_too_much()
    {
        var invoker = api.Api.As(TestSchool.AllScopes);
        var probes = Contract.Methods
            .SelectMany(method => Probes(method.InputType, "", Deepest).Select(probe => (Method: method, Probe: probe)))
            .ToList();
        var wrong = new List<string>();

        foreach (var (method, probe) in probes)
        {
            var refusal = await invoker.CallAsync(method, probe.Request.ToByteArray(), Patience);
            if (refusal?.StatusCode != StatusCode.InvalidArgument || !Fields(refusal).Contains(probe.Field))
            {
                wrong.Add($"{method.FullName} {probe.Field}: {refusal?.Status}");
            }
        }

        wrong.Should().BeEmpty();
        probes.Should().HaveCountGreaterThan(400, "each of a hundred methods has several fields");
    }

    [Fact]
    public async Task Values_of_an_enum_that_are_repeated_count_once()
    {
        var (school, _) = await api.TakeSchoolAsync();
        var run = await school.PreviewAsync();
        var request = new ListImportRegelsRequest
        {
            SchoolId = school.Id,
            ImportRunId = run.Id,
            Soorten = { Enumerable.Repeat(RegelSoort.Nieuw, 100) },
            PageSize = 500,
        };

        var once = await school.Import.ListImportRegelsAsync(
            new ListImportRegelsRequest(request) { Soorten = { } });
        request.Soorten.Add(RegelSoort.Nieuw);
        var tooMany = async () => await school.Import.ListImportRegelsAsync(request);

        once.Regels.Should().OnlyContain(regel => regel.Soort == RegelSoort.Nieuw).And.NotBeEmpty();
        (await tooMany.Should().ThrowAsync<RpcException>()).Which.StatusCode.Should().Be(StatusCode.InvalidArgument);
    }

    [Fact]
    public void Of_repeated_values_of_an_enum_the_first_stays()
    {
        var request = new ListImportRegelsRequest
        {
            Soorten = { RegelSoort.Conflict, RegelSoort.Nieuw, RegelSoort.Conflict, RegelSoort.Nieuw },
        };

        FieldLimits.Check(request).Should().BeEmpty();

        request.Soorten.Should().Equal(RegelSoort.Conflict, RegelSoort.Nieuw);
    }

    [Fact]
    public void Characters_of_two_code_units_count_once()
    {
        var astral = string.Concat(Enumerable.Repeat("😀", FieldLimits.DefaultLength));

        FieldLimits.Check(new GetSchoolRequest { SchoolId = astral }).Should().BeEmpty();
        FieldLimits.Check(new GetSchoolRequest { SchoolId = astral + "x" }).Should().ContainSingle();
    }

    /// <summary>A request for each field of it that has a limit, in which that field is over it.</summary>
    private static IEnumerable<Probe> Probes(MessageDescriptor message, string prefix, int depth)
    {
        foreach (var field in message.Fields.InDeclarationOrder())
        {
            foreach (var probe in Probes(field, prefix + field.Name, depth))
            {
                var request = message.New();
                probe.Fill(request);
                yield return new Probe(request, probe.Field);
            }
        }
    }

    private static IEnumerable<(string Field, Action<IMessage> Fill)> Probes(
        FieldDescriptor field, string path, int depth)
    {
        var isMask = field.FieldType == FieldType.Message && field.MessageType.FullName == FieldMask.Descriptor.FullName;
        if (field.IsRepeated)
        {
            yield return (path, request => AddMany(field, request, FieldLimits.MaxItems(field) + 1));
        }
        else if (isMask)
        {
            yield return (path, request => field.Accessor.SetValue(request, Mask(FieldLimits.MaxItems(field) + 1)));
        }

        if (field.FieldType == FieldType.String)
        {
            var text = new string('x', FieldLimits.MaxLength(field) + 1);
            yield return field.IsRepeated
                ? ($"{path}[0]", request => List(field, request).Add(text))
                : (path, request => field.Accessor.SetValue(request, text));
        }
        else if (field.FieldType == FieldType.Message && !isMask && depth > 0)
        {
            foreach (var inner in Probes(field.MessageType, path + (field.IsRepeated ? "[0]." : "."), depth - 1))
            {
                yield return (inner.Field, request => Put(field, request, inner.Request));
            }
        }
    }

    private static void Put(FieldDescriptor field, IMessage request, IMessage child)
    {
        if (field.IsRepeated)
        {
            List(field, request).Add(child);
        }
        else
        {
            field.Accessor.SetValue(request, child);
        }
    }

    private static void AddMany(FieldDescriptor field, IMessage request, int count)
    {
        var item = field.FieldType switch
        {
            FieldType.Message => field.MessageType.New(),
            FieldType.String => "x",
            FieldType.Enum => System.Enum.ToObject(field.EnumType.ClrType, 1),
            _ => (object)1,
        };
        for (var i = 0; i < count; i++)
        {
            List(field, request).Add(item);
        }
    }

    private static FieldMask Mask(int count) => new() { Paths = { Enumerable.Repeat("naam", count) } };

    private static IList List(FieldDescriptor field, IMessage request) => (IList)field.Accessor.GetValue(request);

    private static IEnumerable<string> Fields(RpcException refusal) =>
        refusal.GetRpcStatus()?.GetDetail<BadRequest>()?.FieldViolations.Select(violation => violation.Field) ?? [];

    private sealed record Probe(IMessage Request, string Field);
}
