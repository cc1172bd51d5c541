using Kurve.Numo.Simulator.Bevolking;

namespace Kurve.Numo.Simulator.Uwlr;

/// <summary>What a request is answered with: a refusal, no data, or the data of one vestiging.</summary>
internal abstract record UwlrBesluit
{
    /// <summary>A refusal.</summary>
    internal sealed record Weigering(UwlrFout Fout) : UwlrBesluit;

    /// <summary>There is nothing for this school, vestiging and year.</summary>
    internal sealed record Geengegevens : UwlrBesluit;

    /// <summary>The data.</summary>
    internal sealed record Gegevens(SimulatedSchool School, Schoolbeeld Beeld, int Vestiging, bool Versie23)
        : UwlrBesluit;
}

/// <summary>
/// Judges a request in the order of the agreement: header, fields, version, customer, key, school, data. The first
/// thing that is wrong decides the fault.
/// </summary>
internal sealed class UwlrControle(Simulatie simulatie)
{
    /// <summary>Decides on a request.</summary>
    public UwlrBesluit Decide(UwlrVerzoek verzoek)
    {
        if (FindFault(verzoek) is { } fout)
        {
            return new UwlrBesluit.Weigering(fout);
        }

        if (simulatie.FindByBrin(verzoek.Brin) is not { } school)
        {
            return new UwlrBesluit.Weigering(UwlrFout.AutorisatieOngeldig);
        }

        if (!simulatie.InrichtingOf(school).Toestemming)
        {
            return new UwlrBesluit.Weigering(UwlrFout.AutorisatieOngeldig);
        }

        var vestiging = school.Vestigingen.ToList().IndexOf(verzoek.Vestiging);
        if (vestiging < 0)
        {
            return new UwlrBesluit.Weigering(UwlrFout.AutorisatieOngeldig);
        }

        return simulatie.FindBeeld(school, verzoek.Veld("schooljaar")) is { } beeld
            ? new UwlrBesluit.Gegevens(school, beeld, vestiging, verzoek.Veld("xsdversie") is "2.3")
            : new UwlrBesluit.Geengegevens();
    }

    private UwlrFout? FindFault(UwlrVerzoek verzoek)
    {
        if (!verzoek.HasCompleteHeader)
        {
            return UwlrFout.AutorisatieOngeldig;
        }

        if (verzoek.FindFieldFault() is { } reden)
        {
            return UwlrFout.OngeldigBericht(reden);
        }

        if (!simulatie.Options.UwlrVersies.Contains(verzoek.Veld("xsdversie"), StringComparer.Ordinal))
        {
            return UwlrFout.XsdVersieOngeldig;
        }

        if (verzoek.Header("klantnaam") is not Simulatie.Klantnaam
            || verzoek.Header("klantcode") is not Simulatie.Klantcode)
        {
            return UwlrFout.OngeldigeKlantIdentificatie;
        }

        return string.Equals(
            verzoek.Header("autorisatiesleutel"), simulatie.Autorisatiesleutel, StringComparison.Ordinal)
            ? null
            : UwlrFout.AutorisatieOngeldig;
    }
}
