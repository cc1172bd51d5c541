using Kurve.Numo.Application.Koppelingen.Contract;
using Kurve.Numo.Domain.Importeren;
using Kurve.Numo.Domain.Koppelingen;
using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Application.Koppelingen;

/// <summary>The part of a diagnosis that goes the way to Magister's web service, step by step.</summary>
internal sealed class Webserviceproef(
    IBereikbaarheid bereikbaarheid, IOpleidingenbron opleidingen, KoppelingToegang toegang, IKurveInstellingen kurve)
{
    /// <summary>Notes the checks up to and including the columns; the list, if it has rows.</summary>
    public async Task<Opleidingenlijst?> RunAsync(Koppeling koppeling, Proefverslag verslag, CancellationToken ct)
    {
        var domein = koppeling.Schooldomein;
        var reached = verslag.Note(Controlesoort.Adres, await bereikbaarheid.ResolveAsync(domein, ct))
            && verslag.Note(Controlesoort.Verbinding, await ConnectAsync(koppeling, ct))
            && verslag.Note(Controlesoort.Beveiliging, await bereikbaarheid.SecureAsync(domein, ct));
        return reached
            ? await TestLijstAsync(koppeling, verslag, ct)
            : verslag.SkipThrough<Opleidingenlijst>(Controlesoort.Kolommen);
    }

    private async Task<Result<string>> ConnectAsync(Koppeling koppeling, CancellationToken ct)
    {
        var connected = await bereikbaarheid.ConnectAsync(koppeling.Schooldomein, ct);
        return connected.Error is Bronfout { Tijdelijk: false } fout ? Advise(fout, koppeling) : connected;
    }

    // A port that stays closed is the school's to ask for, and Magister's once it was asked or open before.
    private Bronfout Advise(Bronfout fout, Koppeling koppeling)
    {
        var poort = $"{kurve.Adressen} toe tot {koppeling.Schooldomein.Host}, poort {koppeling.Webservicepoort}";
        return koppeling[Poort.Allowlisting].Status switch
        {
            Poortstatus.Open => fout with
            {
                Actiehouder = Actiehouder.School,
                Tekst = "Magisters webservice is niet bereikbaar. Vraag Magister Service om Kurve toe te laten met een "
                    + $"ticket: {Instructies.Ticket} Meld daarna dat het is aangevraagd.",
            },
            Poortstatus.Gemeld => fout with
            {
                Actiehouder = Actiehouder.Magister,
                Tekst = $"De school heeft het aangevraagd: laat {poort}.",
            },
            _ => fout with
            {
                Actiehouder = Actiehouder.Magister,
                Tekst = $"De webservice was bereikbaar en is het niet meer: laat {poort}, of verhelp de storing.",
            },
        };
    }

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
                verslag.Fail(Controlesoort.Inloggen, open.Error);
                return verslag.SkipThrough<Opleidingenlijst>(Controlesoort.Kolommen);
            }

            var fetched = await FetchAsync(open.Value, verslag, ct);
            if (last || verslag.IsIngelogd || fetched.Error is not Bronfout { Fase: Bronfase.Inloggen })
            {
                // An outage before the login says nothing of the password: what works must not be replaced by it.
                verslag.NieuwWachtwoordWerkt = !last && verslag.IsIngelogd;
                return NoteLijst(fetched, koppeling, verslag);
            }
        }

        return null;
    }

    // The login is told as soon as it was accepted: a list takes minutes where it is long or Magister is slow.
    private Task<Result<Opleidingenlijst>> FetchAsync(
        OpleidingenVerzoek verzoek, Proefverslag verslag, CancellationToken ct) => opleidingen.FetchAsync(
            verzoek with { Geduldig = false, Ingelogd = () => verslag.PassUntil(Controlesoort.RechtOpLijst) },
            progress: null,
            ct);

    private static Opleidingenlijst? NoteLijst(
        Result<Opleidingenlijst> fetched, Koppeling koppeling, Proefverslag verslag)
    {
        if (fetched.Error is { } error)
        {
            var fase = (error as Bronfout)?.Fase ?? Bronfase.Verkeer;
            var soort = fase switch
            {
                Bronfase.Kolommen => Controlesoort.Kolommen,
                Bronfase.Inloggen or Bronfase.Verkeer when !verslag.IsIngelogd => Controlesoort.Inloggen,
                _ => Controlesoort.RechtOpLijst,
            };

            // Nor is a login that was accepted, and refused when its session had expired, one of a wrong password.
            var storing = fase is Bronfase.Verkeer or Bronfase.Ophalen
                || (fase is Bronfase.Inloggen && verslag.IsIngelogd);
            if (fase is Bronfase.Toegang && !verslag.IsIngelogd)
            {
                verslag.Skip(
                    Controlesoort.Inloggen, "Niet te beoordelen: de webservice laat de gebruiker niet toe.");
            }

            verslag.PassUntil(soort);
            verslag.Fail(soort, AdviseEntered(error, koppeling), storing);
            return verslag.SkipThrough<Opleidingenlijst>(Controlesoort.Kolommen);
        }

        verslag.PassUntil(Controlesoort.Kolommen);
        if (fetched.Value.Regels.Count > 0)
        {
            verslag.Pass(Controlesoort.Kolommen, $"De afgesproken kolommen; aantal regels: {fetched.Value.Regels.Count}.");
            return fetched.Value;
        }

        verslag.Warn(
            Controlesoort.Kolommen,
            "LIJST_LEEG",
            "De lijst is leeg; welke kolommen zij heeft is dan niet te zien.",
            Actiehouder.School,
            "Laad de query van Kurve opnieuw in Decibel (Batch > Laden > Uitvoeren) en controleer of er leerlingen met een lopende inschrijving zijn.");
        return null;
    }

    // A password that came from no kit of ours and never worked was entered wrongly: the school cannot mend that.
    private static Error AdviseEntered(Error error, Koppeling koppeling) =>
        error is Bronfout { Fase: Bronfase.Inloggen } fout
        && koppeling.PakketUitgegeven is null
        && koppeling[Poort.WachtwoordEnQuery].Status is Poortstatus.Open or Poortstatus.Gemeld
            ? fout with
            {
                Actiehouder = Actiehouder.Kurve,
                Tekst = $"Magister weigert het wachtwoord dat bij Kurve voor gebruiker {koppeling.WebserviceGebruiker} "
                    + "is ingevoerd. Voer het juiste in, of geef de school een activatiepakket.",
            }
            : error;
}
