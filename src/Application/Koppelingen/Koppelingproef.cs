using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Opleidingen;
using Kurve.Numo.Domain.Scholen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Koppelingen;

/// <summary>What a diagnosis found.</summary>
/// <param name="Controles">Its checks, in their order.</param>
/// <param name="NieuwWachtwoordWerkt">Whether it logged in with the password that follows.</param>
internal sealed record Proefuitkomst(IReadOnlyList<Controle> Controles, bool NieuwWachtwoordWerkt);

/// <summary>
/// The live diagnosis: the way to the web service step by step, then UWLR, then how well both fit. A failure skips what
/// it makes meaningless and nothing else: that the web service cannot be reached says nothing of the consent.
/// </summary>
internal sealed class Koppelingproef(
    IBereikbaarheid bereikbaarheid,
    IPersonenbron personen,
    IOpleidingenbron opleidingen,
    KoppelingToegang toegang,
    IKoppelingOverzicht overzicht,
    TimeProvider clock)
{
    public async Task<Proefuitkomst> RunAsync(
        School school, Koppeling koppeling, IProgress<Controle>? progress, CancellationToken ct)
    {
        var verslag = new Proefverslag(clock, progress);
        var lijst = await TestWebserviceAsync(koppeling, verslag, ct);
        var mensen = await TestUwlrAsync(school, koppeling, verslag, ct);
        TestDekking(lijst, mensen, verslag);
        return new Proefuitkomst(verslag.Controles, verslag.NieuwWachtwoordWerkt);
    }

    private async Task<Opleidingenlijst?> TestWebserviceAsync(
        Koppeling koppeling, Proefverslag verslag, CancellationToken ct)
    {
        var domein = koppeling.Schooldomein;
        var reached = verslag.Note(Controlesoort.Adres, await bereikbaarheid.ResolveAsync(domein, ct))
            && verslag.Note(
                Controlesoort.Verbinding, await bereikbaarheid.ConnectAsync(domein, ct), Allowlisting(koppeling))
            && verslag.Note(Controlesoort.Beveiliging, await bereikbaarheid.SecureAsync(domein, ct));
        return reached
            ? await TestLijstAsync(koppeling, verslag, ct)
            : verslag.SkipThrough<Opleidingenlijst>(Controlesoort.Kolommen);
    }

    // A port that stays closed is the school's to ask for, and Magister's once it was asked.
    private static Actiehouder Allowlisting(Koppeling koppeling) =>
        koppeling[Poort.Allowlisting].Status == Poortstatus.Open ? Actiehouder.School : Actiehouder.Magister;

    private async Task<Opleidingenlijst?> TestLijstAsync(
        Koppeling koppeling, Proefverslag verslag, CancellationToken ct)
    {
        // The password that follows first: once it works, it is the password.
        foreach (var versleuteld in (byte[]?[])[koppeling.NieuwWachtwoord, koppeling.WebserviceWachtwoord])
        {
            var last = ReferenceEquals(versleuteld, koppeling.WebserviceWachtwoord);
            if (versleuteld is null && !last)
            {
                continue;
            }

            var open = toegang.OpenWebservice(koppeling, versleuteld);
            if (!open.IsOk)
            {
                verslag.Fail(Controlesoort.Inloggen, open.Error, Actiehouder.Kurve);
                return verslag.SkipThrough<Opleidingenlijst>(Controlesoort.Kolommen);
            }

            var fetched = await opleidingen.FetchAsync(open.Value with { Geduldig = false }, ct);
            if (last || fetched.Error is not Bronfout { Fase: Bronfase.Inloggen })
            {
                verslag.NieuwWachtwoordWerkt = !last && IsLoggedIn(fetched);
                return NoteLijst(fetched, verslag);
            }
        }

        return null;
    }

    // An outage before the login says nothing of the password: what works must not be replaced by it.
    private static bool IsLoggedIn(Result<Opleidingenlijst> fetched) => fetched.IsOk
        || fetched.Error is Bronfout { Fase: Bronfase.Ophalen or Bronfase.Lijst or Bronfase.Kolommen };

    private static Opleidingenlijst? NoteLijst(Result<Opleidingenlijst> fetched, Proefverslag verslag)
    {
        if (fetched.Error is { } error)
        {
            var fase = (error as Bronfout)?.Fase ?? Bronfase.Verkeer;
            var soort = fase switch
            {
                Bronfase.Inloggen or Bronfase.Verkeer => Controlesoort.Inloggen,
                Bronfase.Kolommen => Controlesoort.Kolommen,
                _ => Controlesoort.RechtOpLijst,
            };
            verslag.PassUntil(soort);
            verslag.Fail(soort, error, storing: fase is Bronfase.Verkeer or Bronfase.Ophalen);
            return verslag.SkipThrough<Opleidingenlijst>(Controlesoort.Kolommen);
        }

        verslag.PassUntil(Controlesoort.Kolommen);
        if (fetched.Value.Regels.Count > 0)
        {
            verslag.Pass(Controlesoort.Kolommen, $"{fetched.Value.Regels.Count} regels met de afgesproken kolommen.");
            return fetched.Value;
        }

        verslag.Warn(
            Controlesoort.Kolommen,
            "LIJST_LEEG",
            "De lijst is leeg; welke kolommen zij heeft is dan niet te zien.",
            Actiehouder.School,
            "Voer de query in Decibel uit met F9 en controleer of er leerlingen met een lopende inschrijving zijn.");
        return null;
    }

    private async Task<IReadOnlyList<Personenlijst>?> TestUwlrAsync(
        School school, Koppeling koppeling, Proefverslag verslag, CancellationToken ct)
    {
        var sleutel = toegang.OpenUwlr(koppeling);
        if (!sleutel.IsOk)
        {
            verslag.Fail(Controlesoort.UwlrToegang, sleutel.Error, Actiehouder.Kurve);
            return verslag.SkipThrough<IReadOnlyList<Personenlijst>>(Controlesoort.Toestemming);
        }

        var lijsten = new List<Personenlijst>();
        foreach (var vestiging in school.Vestigingen)
        {
            var verzoek = new PersonenVerzoek(
                school.Brin, vestiging, clock.CurrentSchooljaar(), koppeling.UwlrEndpoint, sleutel.Value, Geduldig: false);
            var answer = await personen.FetchAsync(verzoek, progress: null, ct);
            if (answer.Error is { } error)
            {
                await FailUwlrAsync(koppeling, verslag, error, ct);
                return verslag.SkipThrough<IReadOnlyList<Personenlijst>>(Controlesoort.Toestemming);
            }

            lijsten.Add(answer.Value);
        }

        verslag.Pass(Controlesoort.UwlrToegang, "UWLR kent Kurve.");
        var leerlingen = lijsten.Sum(l => l.Leerlingen.Count);
        if (leerlingen > 0)
        {
            verslag.Pass(Controlesoort.Toestemming, $"UWLR levert {leerlingen} leerlingen van {school.Brin}.");
            return lijsten;
        }

        verslag.Warn(
            Controlesoort.Toestemming,
            "GEEN_GEGEVENS",
            "UWLR geeft antwoord, maar levert geen leerlingen.",
            Actiehouder.School,
            "Controleer of Magister dit schooljaar leerlingen heeft en of de vestigingen in Numo kloppen.");
        return null;
    }

    // UWLR has one fault for a wrong key and for no consent. When the same key works for another school, it is not the
    // key; otherwise it may be either, and both are said.
    private async Task FailUwlrAsync(Koppeling koppeling, Proefverslag verslag, Error error, CancellationToken ct)
    {
        if (error is Bronfout { Fase: Bronfase.Toestemming } fout)
        {
            var keyWorks = koppeling.UwlrAutorisatiesleutel is null
                && await overzicht.CountToestemmingenAsync(koppeling.SchoolId, ct) > 0;
            if (keyWorks || !string.Equals(fout.Code, "UWLR_AUTORISATIE_ONGELDIG", StringComparison.Ordinal))
            {
                verslag.Pass(Controlesoort.UwlrToegang, "UWLR kent Kurve.");
            }
            else
            {
                verslag.Warn(
                    Controlesoort.UwlrToegang,
                    "SLEUTEL_OF_TOESTEMMING",
                    "UWLR weigert; deze sleutel is nog voor geen andere school gebruikt.",
                    Actiehouder.Kurve,
                    "Controleer de autorisatiesleutel als de school al toestemming gaf.");
            }

            verslag.Fail(Controlesoort.Toestemming, fout);
            return;
        }

        verslag.Fail(Controlesoort.UwlrToegang, error);
    }

    private static void TestDekking(
        Opleidingenlijst? lijst, IReadOnlyList<Personenlijst>? mensen, Proefverslag verslag)
    {
        if (lijst is null || mensen is null)
        {
            verslag.SkipThrough<object>(Controlesoort.Dekking);
            return;
        }

        // Which opleiding a pupil follows does not matter here, only that the list knows the pupil.
        var leerlingen = mensen.SelectMany(m => m.Leerlingen).ToArray();
        var join = Koppelaar.Join(leerlingen, lijst.Regels, (_, leerjaar) => Vertaling.Of(Lezing.Onbekend, leerjaar));
        if (join.Error is { } error)
        {
            verslag.Fail(Controlesoort.Dekking, error);
            return;
        }

        var rapport = join.Value.Rapport;
        var kolom = rapport.Kolommen.First(k => k.Gekozen);
        verslag.Pass(
            Controlesoort.Dekking,
            $"{kolom.Aandeel:P0} van {rapport.Leerlingen} leerlingen gevonden door {kolom.Naam}.");
    }
}

/// <summary>Writes down the checks of one diagnosis, with the time since the one before.</summary>
internal sealed class Proefverslag(TimeProvider clock, IProgress<Controle>? progress)
{
    private readonly List<Controle> _controles = [];
    private long _begin = clock.GetTimestamp();

    public IReadOnlyList<Controle> Controles => _controles;

    public bool NieuwWachtwoordWerkt { get; set; }

    /// <summary>Notes what a step gave; whether it succeeded.</summary>
    /// <param name="soort">The step.</param>
    /// <param name="gezien">What it gave.</param>
    /// <param name="actiehouder">Who must act when it failed, unless by an outage; null for the one of the error.</param>
    public bool Note(Controlesoort soort, Result<string> gezien, Actiehouder? actiehouder = null)
    {
        if (gezien.Error is { } error)
        {
            var storing = error is Bronfout { Tijdelijk: true };
            Fail(soort, error, storing ? null : actiehouder, storing);
            return false;
        }

        Pass(soort, gezien.Value);
        return true;
    }

    public void Pass(Controlesoort soort, string gezien) => Add(
        new Controle(soort, Controleuitkomst.Geslaagd, Elapsed(), gezien));

    /// <summary>What lies before a check that was reached has succeeded.</summary>
    public void PassUntil(Controlesoort soort)
    {
        while (Next < soort)
        {
            Pass(
                Next,
                Next == Controlesoort.Inloggen ? "Gebruiker en wachtwoord geaccepteerd." : "De lijst is leesbaar.");
        }
    }

    public void Warn(Controlesoort soort, string code, string gezien, Actiehouder actiehouder, string advies) =>
        Add(new Controle(soort, Controleuitkomst.Waarschuwing, Elapsed(), gezien, code, actiehouder, advies));

    public void Fail(Controlesoort soort, Error error, Actiehouder? actiehouder = null, bool storing = false) => Add(
        new Controle(
            soort,
            Controleuitkomst.Mislukt,
            Elapsed(),
            error.Message,
            error.Code,
            actiehouder ?? (error as Bronfout)?.Actiehouder ?? Actiehouder.Kurve,
            error.Tekst,
            storing));

    /// <summary>Skips all checks up to and including this one.</summary>
    public T? SkipThrough<T>(Controlesoort soort)
        where T : class
    {
        while (_controles.Count <= (int)soort)
        {
            Add(new Controle(
                Next, Controleuitkomst.Overgeslagen, TimeSpan.Zero, "Niet gedaan: een eerdere controle mislukte."));
        }

        return null;
    }

    private Controlesoort Next => (Controlesoort)_controles.Count;

    private void Add(Controle controle)
    {
        _begin = clock.GetTimestamp();
        _controles.Add(controle);
        progress?.Report(controle);
    }

    private TimeSpan Elapsed() => clock.GetElapsedTime(_begin);
}
