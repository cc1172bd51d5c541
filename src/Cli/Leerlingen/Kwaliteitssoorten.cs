using System.Text.RegularExpressions;
using Kurve.Numo.V1;

namespace Kurve.Numo.Cli.Leerlingen;

/// <summary>The kinds of data quality as words.</summary>
internal static partial class Kwaliteitssoorten
{
    /// <summary>All kinds, in the order of the API.</summary>
    public static IReadOnlyList<Kwaliteitssoort> Every { get; } =
        [.. Enum.GetValues<Kwaliteitssoort>().Where(soort => soort != Kwaliteitssoort.Unspecified)];

    /// <summary>What is typed and shown: <c>leerling-zonder-eck-id</c>.</summary>
    public static string NameOf(Kwaliteitssoort soort) => Capital().Replace(soort.ToString(), "-$0").ToLowerInvariant();

    /// <summary>The kind with a name, or null.</summary>
    public static Kwaliteitssoort? Find(string name) => Every
        .Where(soort => string.Equals(NameOf(soort), name, StringComparison.OrdinalIgnoreCase))
        .Select(soort => (Kwaliteitssoort?)soort)
        .FirstOrDefault();

    /// <summary>What it means, for who reads the number.</summary>
    public static string Explain(Kwaliteitssoort soort) => soort switch
    {
        Kwaliteitssoort.LeerlingZonderEckId => "no ECK iD",
        Kwaliteitssoort.LeerlingZonderDoelgroep => "no doelgroep, so no leerplan",
        Kwaliteitssoort.LeerlingZonderStamgroep => "in no class this school year",
        Kwaliteitssoort.LeerlingDubbeleNaam => "same name, different keys",
        Kwaliteitssoort.LeerlingGelijkendeSleutel => "keys differ only in case or leading zeros",
        Kwaliteitssoort.DocentZonderEmail => "no e-mail, so no login",
        Kwaliteitssoort.DocentDubbeleNaam => "same name, different keys",
        Kwaliteitssoort.DocentGelijkendeSleutel => "keys differ only in case or leading zeros",
        Kwaliteitssoort.GroepZonderLeerling => "no leerlingen in it",
        Kwaliteitssoort.GroepZonderDocent => "no docent in it",
        Kwaliteitssoort.LeerlingZonderRegel => "in UWLR, not in the web service's list",
        Kwaliteitssoort.RegelZonderLeerling => "in the web service's list, not in UWLR",
        Kwaliteitssoort.NietHerkend => "rejected, or keys of different accounts",
        Kwaliteitssoort.LeerlingVastzettingEindigt => "pin is over, or ends within 14 days",
        Kwaliteitssoort.DocentVastzettingEindigt => "pin is over, or ends within 14 days",
        Kwaliteitssoort.LeerlingZonderAchternaam => "no last name",
        Kwaliteitssoort.DocentZonderAchternaam => "no last name",
        _ => "",
    };

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.None, 1_000)]
    private static partial Regex Capital();
}
