using Kurve.Numo.Infrastructure.Koppelingen.Bronverkeer;

namespace Kurve.Numo.Infrastructure.Koppelingen.Uwlr;

/// <summary>
/// The names that matter in an answer, as the reader's own name table holds them, so that the reader's names can be
/// compared by reference (UWLR 2.2 and 2.3, profile smalle set; both use the same namespace).
/// </summary>
internal sealed class UwlrNamen
{
    public const string VoorvoegselElement = "voorvoegsel";

    public const string Namespace = "http://www.edustandaard.nl/leerresultaten/2/leerlinggegevens";

    public Naamtabel Table { get; } = new();

    public string Lg { get; }

    public string Antwoord { get; }

    public string Gegevens { get; }

    public string GeenGegevens { get; }

    public string GeenWijzigingen { get; }

    public string School { get; }

    public string Schooljaar { get; }

    public string Brincode { get; }

    public string Dependancecode { get; }

    public string Groepen { get; }

    public string Groep { get; }

    public string SamengesteldeGroep { get; }

    public string SamengesteldeGroepen { get; }

    public string Naam { get; }

    public string Jaargroep { get; }

    public string Leerlingen { get; }

    public string Leerling { get; }

    public string Leerkrachten { get; }

    public string Leerkracht { get; }

    public string Achternaam { get; }

    public string Voorvoegsel { get; }

    public string Roepnaam { get; }

    public string Emailadres { get; }

    public string Key { get; }

    public string EckId { get; }

    public UwlrNamen()
    {
        Lg = Table.Add(Namespace);
        Antwoord = Table.Add("leerlinggegevens_antwoord");
        Gegevens = Table.Add("leerlinggegevens");
        GeenGegevens = Table.Add("geengegevens");
        GeenWijzigingen = Table.Add("geenwijzigingen");
        School = Table.Add("school");
        Schooljaar = Table.Add("schooljaar");
        Brincode = Table.Add("brincode");
        Dependancecode = Table.Add("dependancecode");
        Groepen = Table.Add("groepen");
        Groep = Table.Add("groep");
        SamengesteldeGroep = Table.Add("samengestelde_groep");
        SamengesteldeGroepen = Table.Add("samengestelde_groepen");
        Naam = Table.Add("naam");
        Jaargroep = Table.Add("jaargroep");
        Leerlingen = Table.Add("leerlingen");
        Leerling = Table.Add("leerling");
        Leerkrachten = Table.Add("leerkrachten");
        Leerkracht = Table.Add("leerkracht");
        Achternaam = Table.Add("achternaam");
        Voorvoegsel = Table.Add(VoorvoegselElement);
        Roepnaam = Table.Add("roepnaam");
        Emailadres = Table.Add("emailadres");
        Key = Table.Add("key");
        EckId = Table.Add("eckid");
    }
}
