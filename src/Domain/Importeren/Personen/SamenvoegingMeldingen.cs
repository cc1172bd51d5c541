namespace Kurve.Numo.Domain.Importeren.Personen;

/// <summary>What a run has to say of people whose accounts were merged.</summary>
public static class SamenvoegingMeldingen
{
    /// <summary>Row: the school administration delivers somebody twice whose accounts were merged.</summary>
    public static Melding TweedeVanSamengevoegde { get; } =
        new(
            "TWEEDE_VAN_SAMENGEVOEGDE",
            "De schooladministratie levert deze persoon twee keer, maar in Numo zijn de twee accounts samengevoegd. De andere "
            + "regel telt; verwijder deze persoon in de schooladministratie of maak de samenvoeging ongedaan.");
}
