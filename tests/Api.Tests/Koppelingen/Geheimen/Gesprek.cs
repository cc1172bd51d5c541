using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Net.Client;
using Kurve.Numo.Api.Tests.Shared;
using Kurve.Numo.V1;

namespace Kurve.Numo.Api.Tests.Koppelingen.Geheimen;

/// <summary>
/// Calls the API over gRPC and JSON, and records every answer and refusal with its headers and trailers; but for the
/// one field that is there to show a new password.
/// </summary>
internal sealed class Gesprek : IDisposable
{
    /// <summary>The field of IssueActivationKit and RotateWachtwoord that shows a new password, once.</summary>
    private const string Shown = "wachtwoord";

    private static readonly Marshaller<byte[]> Bytes = new(bytes => bytes, bytes => bytes);

    private readonly Opname _opname;
    private readonly ApiSurroundings _surroundings;
    private readonly GrpcChannel _channel;
    private readonly HttpClient _http = new();

    public Gesprek(Opname opname, ApiSurroundings surroundings)
    {
        (_opname, _surroundings) = (opname, surroundings);
        _channel = TestChannels.Open(surroundings.GrpcAddress);
        Token = surroundings.Token(TestSchool.AllScopes);
    }

    /// <summary>Every method of the services that have to do with koppelingen and imports.</summary>
    public static IReadOnlyList<MethodDescriptor> Methods { get; } =
    [
        .. KoppelingService.Descriptor.Methods,
        .. ImportService.Descriptor.Methods,
        .. SchoolService.Descriptor.Methods,
    ];

    /// <summary>The token of the next calls; null for none.</summary>
    public string? Token { get; set; }

    /// <summary>The methods that answered.</summary>
    public HashSet<string> Answered { get; } = new(StringComparer.Ordinal);

    /// <summary>The methods that refused.</summary>
    public HashSet<string> Refused { get; } = new(StringComparer.Ordinal);

    /// <summary>Calls a method that has to answer; returns its last message.</summary>
    public async Task<TAnswer> AskAsync<TAnswer>(IMessage request, CancellationToken ct = default)
        where TAnswer : class, IMessage =>
        (TAnswer)await CallAsync(MethodOf<TAnswer>(), [request], ct);

    /// <summary>Calls a method that is sent several messages and has to answer.</summary>
    public async Task<TAnswer> AskAsync<TAnswer>(params IMessage[] requests)
        where TAnswer : class, IMessage =>
        (TAnswer)await CallAsync(MethodOf<TAnswer>(), requests, CancellationToken.None);

    /// <summary>Calls a method that may refuse; null when it did.</summary>
    public async Task<TAnswer?> TryAsync<TAnswer>(IMessage request)
        where TAnswer : class, IMessage
    {
        try
        {
            return await AskAsync<TAnswer>(request);
        }
        catch (RpcException)
        {
            return null;
        }
    }

    /// <summary>Calls a method without saying anything.</summary>
    public async Task CallEmptyAsync(MethodDescriptor method)
    {
        try
        {
            await CallAsync(method, [method.InputType.Parser.ParseFrom([])], CancellationToken.None);
        }
        catch (RpcException)
        {
            // Recorded; what is refused is for others to test.
        }
    }

    /// <summary>Calls the API over JSON; returns the password that the answer is there to show, if any.</summary>
    public async Task<string?> SendAsync(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(_surroundings.JsonAddress, path));
        request.Headers.Authorization = Token is null ? null : new AuthenticationHeaderValue("Bearer", Token);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request);
        _opname.Keep(Plaatsen.Json, $"{response.StatusCode} {response.Headers}");
        string? shown = null;

        // A stream is one document per line.
        foreach (var line in (await response.Content.ReadAsStringAsync()).Split(
            '\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var answer = JsonNode.Parse(line)!.AsObject();
            shown = answer[Shown]?.GetValue<string>();
            answer.Remove(Shown);
            _opname.KeepJson(Plaatsen.Json, shown is null ? line : answer.ToJsonString());
        }

        return shown;
    }

    public void Dispose()
    {
        _http.Dispose();
        _channel.Dispose();
    }

    private static MethodDescriptor MethodOf<TAnswer>() =>
        Methods.Single(m => m.OutputType.ClrType == typeof(TAnswer));

    // A method with one request or answer is called as one that streams both: it is the same on the wire.
    private async Task<IMessage> CallAsync(
        MethodDescriptor descriptor, IReadOnlyList<IMessage> requests, CancellationToken ct)
    {
        var method = new Method<byte[], byte[]>(
            MethodType.DuplexStreaming, descriptor.Service.FullName, descriptor.Name, Bytes, Bytes);
        var headers = new Metadata();
        if (Token is not null)
        {
            headers.Add("authorization", $"Bearer {Token}");
        }

        using var call = _channel.Calls().AsyncDuplexStreamingCall(
            method, host: null, new CallOptions(headers, cancellationToken: ct));
        try
        {
            await SendAsync(call.RequestStream, requests, ct);
            IMessage? last = null;
            await foreach (var answer in call.ResponseStream.ReadAllAsync(ct))
            {
                last = descriptor.OutputType.Parser.ParseFrom(answer);
                KeepAnswer(descriptor.OutputType.Parser.ParseFrom(answer));
            }

            Keep(Plaatsen.GrpcAnswer, await call.ResponseHeadersAsync);
            Keep(Plaatsen.GrpcAnswer, call.GetTrailers());
            Answered.Add(descriptor.FullName);
            return last!;
        }
        catch (RpcException e)
        {
            _opname.Keep(Plaatsen.GrpcRefusal, $"{e}\n{e.Status.Detail}\n{e.GetRpcStatus()}");
            Keep(Plaatsen.GrpcRefusal, e.Trailers);
            Refused.Add(descriptor.FullName);
            throw;
        }
    }

    // Who is refused early does not read the rest; the answer says why.
    private static async Task SendAsync(
        IClientStreamWriter<byte[]> stream, IReadOnlyList<IMessage> requests, CancellationToken ct)
    {
        try
        {
            foreach (var request in requests)
            {
                await stream.WriteAsync(request.ToByteArray(), ct);
            }

            await stream.CompleteAsync();
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException)
        {
            return;
        }
    }

    private void KeepAnswer(IMessage answer)
    {
        if (answer is IssueActivationKitResponse or RotateWachtwoordResponse)
        {
            answer.Descriptor.FindFieldByName(Shown).Accessor.Clear(answer);
        }

        _opname.Keep(Plaatsen.GrpcAnswer, answer.ToByteArray());
        _opname.KeepJson(Plaatsen.GrpcAnswer, JsonFormatter.Default.Format(answer));
    }

    private void Keep(string plaats, Metadata entries)
    {
        foreach (var entry in entries)
        {
            _opname.Keep(plaats, entry.IsBinary ? entry.ValueBytes : Encoding.UTF8.GetBytes(entry.Value));
        }
    }
}
