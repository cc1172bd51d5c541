using System.Threading.Channels;
using Grpc.Core;
using Kurve.Numo.Api.Shared;
using Kurve.Numo.Application.Koppelingen;
using Kurve.Numo.V1;
using MediatR;

namespace Kurve.Numo.Api.Koppelingen;

internal sealed class KoppelingGrpcService(ISender sender) : KoppelingService.KoppelingServiceBase
{
    public override async Task<CreateKoppelingResponse> CreateKoppeling(
        CreateKoppelingRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(koppeling => new CreateKoppelingResponse { Koppeling = koppeling.ToProto() });

    public override async Task<GetKoppelingResponse> GetKoppeling(
        GetKoppelingRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(KoppelingMapping.ToProto);

    public override async Task<ListKoppelingenResponse> ListKoppelingen(
        ListKoppelingenRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(KoppelingMapping.ToProto);

    public override async Task<UpdateKoppelingResponse> UpdateKoppeling(
        UpdateKoppelingRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(koppeling => new UpdateKoppelingResponse { Koppeling = koppeling.ToProto() });

    public override async Task<IssueActivationKitResponse> IssueActivationKit(
        IssueActivationKitRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(KoppelingMapping.ToProto);

    public override async Task<GetInstructiesResponse> GetInstructies(
        GetInstructiesRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(KoppelingMapping.ToProto);

    public override async Task<RotateWachtwoordResponse> RotateWachtwoord(
        RotateWachtwoordRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken)).Reply(next => new RotateWachtwoordResponse
        {
            Koppeling = next.Koppeling.ToProto(),
            Wachtwoord = next.Wachtwoord.Reveal(),
        });

    public override async Task<RecordStepResponse> RecordStep(RecordStepRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(koppeling => new RecordStepResponse { Koppeling = koppeling.ToProto() });

    public override async Task TestKoppeling(
        TestKoppelingRequest request,
        IServerStreamWriter<TestKoppelingResponse> responseStream,
        ServerCallContext context)
    {
        var checks = Channel.CreateUnbounded<Domain.Koppelingen.Controle>(
            new() { SingleReader = true, SingleWriter = true });
        var test = TestAsync(request.ToSchoolId(), checks.Writer, context.CancellationToken);
        try
        {
            await foreach (var controle in checks.Reader.ReadAllAsync(context.CancellationToken))
            {
                await responseStream.WriteAsync(
                    new TestKoppelingResponse { Controle = controle.ToProto() }, context.CancellationToken);
            }
        }
        finally
        {
            // Also when the caller has gone: the diagnosis uses what lives as long as this call.
            await ((Task)test).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        var koppeling = await test;
        await responseStream.WriteAsync(
            new TestKoppelingResponse { Koppeling = koppeling.ToProto() }, context.CancellationToken);
    }

    public override async Task<ActivateKoppelingResponse> ActivateKoppeling(
        ActivateKoppelingRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(koppeling => new ActivateKoppelingResponse { Koppeling = koppeling.ToProto() });

    public override async Task<SuspendKoppelingResponse> SuspendKoppeling(
        SuspendKoppelingRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(koppeling => new SuspendKoppelingResponse { Koppeling = koppeling.ToProto() });

    public override async Task<ResumeKoppelingResponse> ResumeKoppeling(
        ResumeKoppelingRequest request, ServerCallContext context) =>
        (await sender.Send(request.ToRequest(), context.CancellationToken))
            .Reply(koppeling => new ResumeKoppelingResponse { Koppeling = koppeling.ToProto() });

    private async Task<KoppelingView> TestAsync(
        Domain.Shared.SchoolId schoolId, ChannelWriter<Domain.Koppelingen.Controle> checks, CancellationToken ct)
    {
        try
        {
            var progress = new Each<Domain.Koppelingen.Controle>(controle => checks.TryWrite(controle));
            return (await sender.Send(new TestKoppeling(schoolId, progress), ct)).Reply(test => test.Koppeling);
        }
        finally
        {
            checks.Complete();
        }
    }

    // Not Progress<T>: that reports later, and in any order.
    private sealed class Each<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
