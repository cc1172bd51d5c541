using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Koppelingen.Uwlr;
using Kurve.Numo.Simulator;

namespace Kurve.Numo.Benchmarks;

/// <summary>
/// What both sources answer for one invented school, taken from the simulator once and kept as bytes.
/// </summary>
internal sealed record Antwoorden(PersonenVerzoek Verzoek, SimulatedSchool School, byte[] Uwlr, byte[] Magister)
{
    public static async Task<Antwoorden> FetchAsync(int pupils)
    {
        var options = new SimulatorOptions { Pupils = pupils, Schooljaar = "2026-2027" };
        await using var simulator = await SimulatorHost.StartAsync(options, CancellationToken.None);
        using var client = new HttpClient();
        var school = simulator.Scholen[0];
        var verzoek = new PersonenVerzoek(
            Brin.Create(school.Brin).Value,
            Vestigingsnummer.Hoofd,
            Schooljaar.Create(options.Schooljaar).Value,
            simulator.Uwlr.Endpoint);
        return new Antwoorden(
            verzoek,
            school,
            await FetchUwlrAsync(client, simulator.Uwlr, verzoek),
            await FetchMagisterAsync(client, simulator.MagisterAddress(school), school));
    }

    private static async Task<byte[]> FetchUwlrAsync(HttpClient client, UwlrToegang toegang, PersonenVerzoek verzoek)
    {
        var options = new UwlrOptions { Klantcode = toegang.Klantcode, Klantnaam = toegang.Klantnaam };
        using var request = UwlrVraag.Create(options, verzoek, toegang.Autorisatiesleutel);
        using var response = await client.SendAsync(request);
        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    private static Task<byte[]> FetchMagisterAsync(HttpClient client, Uri address, SimulatedSchool school) =>
        client.GetByteArrayAsync(new Uri(
            address,
            "doc?Library=Data&Function=GetData&Type=XML&Layout=KurveLeerlingData&Parameters=&SessionToken="
            + Uri.EscapeDataString($"{school.Gebruiker};{school.Wachtwoord}")));
}
