using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using Kurve.Numo.Simulator;
using Kurve.Numo.Simulator.Misbehaviours;

namespace Kurve.Numo.Infrastructure.Tests.Simulator;

/// <summary>A running simulator and a client that adds nothing of its own.</summary>
internal sealed class SimulatorFixture : IAsyncDisposable
{
    public static readonly XNamespace Lg = "http://www.edustandaard.nl/leerresultaten/2/leerlinggegevens";

    private readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false };

    private SimulatorFixture(SimulatorHost host)
    {
        Host = host;
        Client = new HttpClient(_handler) { BaseAddress = host.Address };
    }

    public SimulatorHost Host { get; }

    public HttpClient Client { get; }

    public SimulatedSchool School => Host.Scholen[0];

    public MisbehaviourControl Misbehaviour => Host.Misbehaviour;

    public static Task<SimulatorFixture> StartAsync(int pupils = 120, int seed = 1) =>
        StartAsync(new SimulatorOptions { Pupils = pupils, Seed = seed, Schooljaar = "2026-2027" });

    public static async Task<SimulatorFixture> StartAsync(SimulatorOptions options) =>
        new(await SimulatorHost.StartAsync(options, CancellationToken.None));

    public UwlrRequestBuilder Uwlr() => new UwlrRequestBuilder()
        .With("autorisatiesleutel", Host.Uwlr.Autorisatiesleutel)
        .With("klantcode", Host.Uwlr.Klantcode)
        .With("klantnaam", Host.Uwlr.Klantnaam)
        .With("schooljaar", "2026-2027")
        .With("brincode", School.Brin)
        .With("dependancecode", "00")
        .With("xsdversie", "2.3");

    public Task<HttpResponseMessage> SendUwlrAsync(UwlrRequestBuilder request) => SendUwlrAsync(request.Build());

    public Task<HttpResponseMessage> SendUwlrAsync(string body, string action = "HaalLeerlinggegevens")
    {
        var message = new HttpRequestMessage(HttpMethod.Post, Host.Uwlr.Endpoint)
        {
            Content = new StringContent(body, new MediaTypeHeaderValue("text/xml", "utf-8")),
        };
        message.Headers.Add("SOAPAction", action);
        return Client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>The content of a good answer's Body.</summary>
    public async Task<XElement> GetUwlrAsync(UwlrRequestBuilder? request = null)
    {
        using var response = await SendUwlrAsync(request ?? Uwlr());
        ((int)response.StatusCode).Should().Be(200);
        var document = XDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.Descendants(Lg + "leerlinggegevens_antwoord").Single();
    }

    public async Task<string> GetFaultAsync(UwlrRequestBuilder request)
    {
        using var response = await SendUwlrAsync(request);
        return await ReadFaultAsync(response);
    }

    public static async Task<string> ReadFaultAsync(HttpResponseMessage response)
    {
        ((int)response.StatusCode).Should().Be(500, "a SOAP fault travels with status 500");
        var document = XDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.Descendants("faultcode").Single().Value;
    }

    /// <summary>A call of the web service in the query form, under the school's part of the path.</summary>
    public async Task<XElement> CallAsync(
        string library, string function, params (string Name, string Value)[] arguments)
    {
        var bytes = await CallForBytesAsync(library, function, arguments);
        return XDocument.Load(new MemoryStream(bytes)).Root!;
    }

    public async Task<byte[]> CallForBytesAsync(
        string library, string function, params (string Name, string Value)[] arguments)
    {
        using var response = await Client.GetAsync(AddressOf(library, function, arguments));
        return await response.Content.ReadAsByteArrayAsync();
    }

    public Uri AddressOf(string library, string function, params (string Name, string Value)[] arguments)
    {
        var query = new StringBuilder($"doc?Library={library}&Function={function}&Type=XML");
        foreach (var (name, value) in arguments)
        {
            query.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        return new Uri(Host.MagisterAddress(School), query.ToString());
    }

    public async Task<string> LoginAsync()
    {
        var answer = await CallAsync(
            "Algemeen", "Login", ("UserName", School.Gebruiker), ("Password", School.Wachtwoord));
        return answer.Element("SessionToken")!.Value;
    }

    public async Task<XElement> GetListAsync(string? token = null) => await CallAsync(
        "Data", "GetData", ("SessionToken", token ?? Credentials), ("Layout", "KurveLeerlingData"), ("Parameters", ""));

    public Task<byte[]> GetListBytesAsync() => CallForBytesAsync(
        "Data", "GetData", ("SessionToken", Credentials), ("Layout", "KurveLeerlingData"), ("Parameters", ""));

    public string Credentials => $"{School.Gebruiker};{School.Wachtwoord}";

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _handler.Dispose();
        await Host.DisposeAsync();
    }
}

/// <summary>Builds a UWLR request; what is not set does not occur.</summary>
internal sealed class UwlrRequestBuilder
{
    private static readonly string[] HeaderFields = ["autorisatiesleutel", "klantcode", "klantnaam"];

    private static readonly string[] Order =
    [
        "schooljaar", "brincode", "dependancecode", "schoolkey", "xsdversie", "gegevenssetid",
        "laatstontvangengegevens",
    ];

    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    public UwlrRequestBuilder With(string field, string value)
    {
        _fields[field] = value;
        return this;
    }

    public UwlrRequestBuilder Without(string field)
    {
        _fields.Remove(field);
        return this;
    }

    public string Build()
    {
        XNamespace soap = "http://schemas.xmlsoap.org/soap/envelope/";
        XNamespace aut = "http://www.edustandaard.nl/leerresultaten/2/autorisatie";
        var envelope = new XElement(
            soap + "Envelope",
            new XElement(soap + "Header", new XElement(aut + "autorisatie", Fields(aut, HeaderFields))),
            new XElement(soap + "Body", new XElement(
                SimulatorFixture.Lg + "leerlinggegevens_verzoek", Fields(SimulatorFixture.Lg, Order))));
        return envelope.ToString(SaveOptions.DisableFormatting);
    }

    private IEnumerable<XElement> Fields(XNamespace ns, string[] names) =>
        names.Where(_fields.ContainsKey).Select(name => new XElement(ns + name, _fields[name]));
}
