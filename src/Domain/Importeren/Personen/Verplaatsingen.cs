using Kurve.Numo.Domain.Leerlingen;

namespace Kurve.Numo.Domain.Importeren.Personen;

/// <summary>How somebody moves within the school; a move never costs an account.</summary>
[Flags]
public enum Verplaatsingsoort
{
    /// <summary>Not at all.</summary>
    Geen = 0,

    /// <summary>From one stamgroep to another; of a docent, to other groepen.</summary>
    Groep = 1,

    /// <summary>To another vestiging.</summary>
    Vestiging = 2,

    /// <summary>Of a leerling, to other samengestelde groepen.</summary>
    Samengesteld = 4,
}

/// <summary>Tells moves from other changes.</summary>
internal static class Verplaatsingen
{
    /// <summary>How the person of a row moves. Who had no groep before gets one, and does not move.</summary>
    public static Verplaatsingsoort Of<T>(Planregel<T> regel)
        where T : Persoonsgegevens<T>
    {
        const Veld Places = Veld.Stamgroep | Veld.Groepen | Veld.Vestiging;
        if (regel.Soort is not (RegelSoort.Bijwerken or RegelSoort.Heractiveren)
            || regel.Account is not { Gegevens: var voor }
            || (regel.Gewijzigd & Places) == Veld.Geen)
        {
            return Verplaatsingsoort.Geen;
        }

        var groepen = !voor.Groepen.IsEmpty && !regel.Gegevens.Groepen.IsEmpty && regel.Gewijzigd.HasFlag(Veld.Groepen);
        var andere = regel.Gegevens is LeerlingGegevens ? Verplaatsingsoort.Samengesteld : Verplaatsingsoort.Groep;
        return (regel.Gewijzigd.HasFlag(Veld.Vestiging) ? Verplaatsingsoort.Vestiging : Verplaatsingsoort.Geen)
            | (ChangesStamgroep(voor, regel.Gegevens) ? Verplaatsingsoort.Groep : Verplaatsingsoort.Geen)
            | (groepen ? andere : Verplaatsingsoort.Geen);
    }

    private static bool ChangesStamgroep(Persoonsgegevens voor, Persoonsgegevens na) =>
        voor is LeerlingGegevens { Stamgroep: { } oud } && na is LeerlingGegevens { Stamgroep: { } nieuw } && oud != nieuw;
}
