using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace Kurve.Numo.Api.Tests.Shared;

/// <summary>A way to call each method of the contract with any bytes.</summary>
internal static class ContractCalls
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create<byte[]>(bytes => bytes, bytes => bytes);

    /// <summary>Calls a method with the bytes of one message, and reads all that it answers.</summary>
    /// <returns>How it ended.</returns>
    public static async Task<RpcException?> CallAsync(
        this CallInvoker invoker, MethodDescriptor method, byte[] request, TimeSpan deadline)
    {
        var options = new CallOptions(deadline: DateTime.UtcNow + deadline);
        try
        {
            await SendAsync(invoker, method, request, options);
            return null;
        }
        catch (RpcException refusal)
        {
            return refusal;
        }
    }

    /// <summary>The bytes of a message.</summary>
    public static IMessage New(this MessageDescriptor message) => message.Parser.ParseFrom(ByteString.Empty);

    private static async Task SendAsync(
        CallInvoker invoker, MethodDescriptor method, byte[] request, CallOptions options)
    {
        var called = new Method<byte[], byte[]>(TypeOf(method), method.Service.FullName, method.Name, Bytes, Bytes);
        switch (called.Type)
        {
            case MethodType.Unary:
                using (var call = invoker.AsyncUnaryCall(called, host: null, options, request))
                {
                    await call.ResponseAsync;
                }

                break;
            case MethodType.ServerStreaming:
                using (var call = invoker.AsyncServerStreamingCall(called, host: null, options, request))
                {
                    while (await call.ResponseStream.MoveNext(CancellationToken.None))
                    {
                        _ = call.ResponseStream.Current;
                    }
                }

                break;
            default:
                using (var call = invoker.AsyncClientStreamingCall(called, host: null, options))
                {
                    await call.RequestStream.WriteAsync(request);
                    await call.RequestStream.CompleteAsync();
                    await call.ResponseAsync;
                }

                break;
        }
    }

    private static MethodType TypeOf(MethodDescriptor method) => method switch
    {
        { IsClientStreaming: true, IsServerStreaming: true } =>
            throw new NotSupportedException($"{method.FullName} streams both ways."),
        { IsClientStreaming: true } => MethodType.ClientStreaming,
        { IsServerStreaming: true } => MethodType.ServerStreaming,
        _ => MethodType.Unary,
    };
}
