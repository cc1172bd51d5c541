using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Persistence;

namespace Kurve.Numo.Infrastructure.Leerlingen;

/// <summary>A person on the way to a table.</summary>
/// <typeparam name="T">What is said of such a person.</typeparam>
/// <param name="Id">The account's id, as 16 bytes.</param>
/// <param name="Status">The status after.</param>
/// <param name="Gegevens">The data after.</param>
/// <param name="Gewijzigd">The fields that change.</param>
/// <param name="Regel">The row of the run that asks for it; 0 when no run does.</param>
internal sealed record Persoonsrij<T>(byte[] Id, Accountstatus Status, T Gegevens, Veld Gewijzigd, int Regel)
    where T : Persoonsgegevens<T>
{
    public bool GroepenGewijzigd => (Gewijzigd & (Veld.Stamgroep | Veld.Groepen)) != Veld.Geen;
}

/// <summary>
/// The tables of the module as bulk inserts see them. One instance writes one school's rows at one moment.
/// </summary>
internal sealed class LeerlingTabellen
{
    private readonly byte[] _schoolId;
    private readonly object _moment;
    private readonly int _schooljaar;

    public LeerlingTabellen(SchoolId schoolId, Schooljaar schooljaar, object moment)
    {
        (_schoolId, _moment, _schooljaar) = (TypeHandlers.ToBytes(schoolId.Value), moment, schooljaar.Begin);
        Leerling = new(
            "Leerlingen_Leerling", [.. Common<LeerlingGegevens>(), .. OwnLeerling(), .. History<LeerlingGegevens>()]);
        Docent = new("Leerlingen_Docent", [.. Common<DocentGegevens>(), .. OwnDocent(), .. History<DocentGegevens>()]);
        LeerlingStaging = new(
            "Leerlingen_LeerlingStaging",
            [.. Common<LeerlingGegevens>(), .. OwnLeerling(), .. Change<LeerlingGegevens>()]);
        DocentStaging = new(
            "Leerlingen_DocentStaging",
            [.. Common<DocentGegevens>(), .. OwnDocent(), .. Change<DocentGegevens>()]);
        Groep = new("Leerlingen_Groep", [.. OwnGroep(), .. KeyOfGroep(schooljaar)]);
        GroepStaging = new(
            "Leerlingen_GroepStaging", [.. OwnGroep(), ("Sleutel", rij => rij.Gegevens.Sleutel.Key)]);
        LeerlingGroep = Lidmaatschap("Leerlingen_LeerlingGroep", "LeerlingId");
        DocentGroep = Lidmaatschap("Leerlingen_DocentGroep", "DocentId");
    }

    public BulkTable<Persoonsrij<LeerlingGegevens>> Leerling { get; }

    public BulkTable<Persoonsrij<DocentGegevens>> Docent { get; }

    public BulkTable<Persoonsrij<LeerlingGegevens>> LeerlingStaging { get; }

    public BulkTable<Persoonsrij<DocentGegevens>> DocentStaging { get; }

    public BulkTable<(byte[] Id, GroepGegevens Gegevens, Accountstatus Status)> Groep { get; }

    public BulkTable<(byte[] Id, GroepGegevens Gegevens, Accountstatus Status)> GroepStaging { get; }

    public BulkTable<(byte[] PersoonId, byte[] GroepId)> LeerlingGroep { get; }

    public BulkTable<(byte[] PersoonId, byte[] GroepId)> DocentGroep { get; }

    private (string, Func<Persoonsrij<T>, object?>)[] Common<T>()
        where T : Persoonsgegevens<T> =>
    [
        ("SchoolId", _ => _schoolId),
        ("Id", rij => rij.Id),
        ("Status", rij => (int)rij.Status),
        ("Vestiging", rij => rij.Gegevens.Vestiging.Value),
        ("EckId", rij => rij.Gegevens.EckId?.Value),
        ("UwlrKey", rij => rij.Gegevens.UwlrKey),
        ("Roepnaam", rij => rij.Gegevens.Roepnaam),
        ("Voorvoegsel", rij => rij.Gegevens.Voorvoegsel),
        ("Achternaam", rij => rij.Gegevens.Achternaam),
    ];

    private static (string, Func<Persoonsrij<LeerlingGegevens>, object?>)[] OwnLeerling() =>
    [
        ("Stamnummer", rij => rij.Gegevens.Stamnummer?.Value),
        ("StamnummerCanoniek", rij => rij.Gegevens.Stamnummer?.Canoniek),
        ("IdGebr", rij => rij.Gegevens.IdGebr),
        ("Leerjaar", rij => rij.Gegevens.Leerjaar),
        ("Opleidingscode", rij => rij.Gegevens.Opleidingscode),
        ("Opleiding", rij => rij.Gegevens.Doelgroep?.Opleiding.Code),
        ("DoelgroepLeerjaar", rij => rij.Gegevens.Doelgroep?.Leerjaar),
    ];

    private static (string, Func<Persoonsrij<DocentGegevens>, object?>)[] OwnDocent() =>
        [("Email", rij => rij.Gegevens.Email)];

    private (string, Func<Persoonsrij<T>, object?>)[] History<T>()
        where T : Persoonsgegevens<T> =>
        [
        ("Vergrendeld", _ => 0),
        ("Instroom", _ => _schooljaar),
        ("Gemaakt", _ => _moment),
        ("Gewijzigd", _ => _moment),
        ("Versie", _ => 1),
    ];

    private static (string, Func<Persoonsrij<T>, object?>)[] Change<T>()
        where T : Persoonsgegevens<T> =>
        [("GroepenGewijzigd", rij => rij.GroepenGewijzigd ? 1 : 0), ("Regel", rij => rij.Regel)];

    private (string, Func<(byte[] Id, GroepGegevens Gegevens, Accountstatus Status), object?>)[] OwnGroep() =>
    [
        ("SchoolId", _ => _schoolId),
        ("Id", rij => rij.Id),
        ("Soort", rij => (int)rij.Gegevens.Soort),
        ("Naam", rij => rij.Gegevens.Naam),
        ("Leerjaar", rij => rij.Gegevens.Leerjaar),
        ("Status", rij => (int)rij.Status),
    ];

    private static (string, Func<(byte[] Id, GroepGegevens Gegevens, Accountstatus Status), object?>)[] KeyOfGroep(
        Schooljaar schooljaar) =>
    [
        ("Schooljaar", _ => schooljaar.Begin),
        ("Vestiging", rij => rij.Gegevens.Sleutel.Vestiging.Value),
        ("Sleutel", rij => rij.Gegevens.Sleutel.Key),
    ];

    private BulkTable<(byte[] PersoonId, byte[] GroepId)> Lidmaatschap(string name, string persoonId) => new(
        name, ("SchoolId", _ => _schoolId), (persoonId, rij => rij.PersoonId), ("GroepId", rij => rij.GroepId));
}
