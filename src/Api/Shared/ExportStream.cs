using Grpc.Core;
using Kurve.Numo.Application.Shared;
using MediatR;

namespace Kurve.Numo.Api.Shared;

/// <summary>Streams an export part by part, each read only when the one before has left.</summary>
internal static class ExportStream
{
    public static async Task StreamAsync<TQuery, TResponse>(
        this ISender sender,
        TQuery query,
        IServerStreamWriter<TResponse> responseStream,
        Func<Exportdeel, TResponse> toProto,
        ServerCallContext context)
        where TQuery : IExportQuery<TQuery>
    {
        while (true)
        {
            var deel = (await sender.Send(query, context.CancellationToken)).Reply(found => found);
            await responseStream.WriteAsync(toProto(deel), context.CancellationToken);
            if (deel.Volgende is not { } volgende)
            {
                return;
            }

            query = query.After(volgende);
        }
    }
}
