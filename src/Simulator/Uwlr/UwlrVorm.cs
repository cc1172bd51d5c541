using System.Text;
using Kurve.Numo.Simulator.Bevolking;

namespace Kurve.Numo.Simulator.Uwlr;

/// <summary>
/// How an answer with data is written. The default is a good answer; everything else is a deviation on request.
/// </summary>
internal sealed record UwlrVorm
{
    /// <summary>A good answer.</summary>
    public static readonly UwlrVorm Goed = new();

    /// <summary>The encoding of the bytes.</summary>
    public Encoding Encoding { get; init; } = new UTF8Encoding(false);

    /// <summary>Whether an XML declaration tells the encoding.</summary>
    public bool Declaration { get; init; } = true;

    /// <summary>The HTTP content type.</summary>
    public string ContentType { get; init; } = "text/xml; charset=utf-8";

    /// <summary>
    /// The order of elements that Magister's hub was seen to use: dependancecode first in the school, a teacher's
    /// e-mail address and groups before the last name, a description in groups; and the groups after the pupils.
    /// </summary>
    public bool HubVolgorde { get; init; }

    /// <summary>An empty <c>voorvoegsel</c> where there is none.</summary>
    public bool LegeVoorvoegsels { get; init; }

    /// <summary>Fields that the smalle set forbids, with values to look for afterwards.</summary>
    public bool VerbodenVelden { get; init; }

    /// <summary>Elements that no schema knows, nested deeply, with familiar names inside.</summary>
    public bool OnbekendeElementen { get; init; }

    /// <summary>The first pupils come twice: the same key, another ECK iD.</summary>
    public bool DubbeleKeys { get; init; }

    /// <summary>The first pupils come twice: another key, the same ECK iD.</summary>
    public bool DubbeleEckIds { get; init; }

    /// <summary>The first pupils and teachers are in groups that do not exist.</summary>
    public bool HangendeGroepen { get; init; }

    /// <summary>The first pupils and teachers have neither key nor ECK iD.</summary>
    public bool ZonderSleutels { get; init; }

    /// <summary>The first pupils have no ECK iD.</summary>
    public bool ZonderEckIds { get; init; }

    /// <summary>The first pupils are in no class.</summary>
    public bool ZonderStamgroepen { get; init; }

    /// <summary>The first teachers have no e-mail address.</summary>
    public bool ZonderEmails { get; init; }

    /// <summary>The first pupils come twice: the same name, other keys.</summary>
    public bool Naamgenoten { get; init; }

    /// <summary>The first pupils and teachers have a zero before their key, and no ECK iD.</summary>
    public bool HeruitgegevenSleutels { get; init; }

    /// <summary>Every second home class is not among the groups.</summary>
    public bool OngenoemdeKlassen { get; init; }

    /// <summary>No group is among the groups.</summary>
    public bool LegeGroepen { get; init; }

    /// <summary>Two in five pupils refer to no group.</summary>
    public bool ZonderVerwijzingen { get; init; }

    /// <summary>The first teachers have no single e-mail address.</summary>
    public bool VreemdeEmails { get; init; }

    /// <summary>The first pupils have no real ECK iD.</summary>
    public bool OnbekendeEckIds { get; init; }

    /// <summary>Everybody has the keys of somebody whom nobody knows.</summary>
    public bool AndereMensen { get; init; }

    /// <summary>One in three pupils and teachers, in an answer that is whole.</summary>
    public bool Deel { get; init; }

    /// <summary>Another BRIN than was asked for.</summary>
    public string? Brin { get; init; }

    /// <summary>Another vestiging than was asked for.</summary>
    public string? Vestiging { get; init; }

    /// <summary>Another school year than was asked for.</summary>
    public string? Schooljaar { get; init; }

    /// <summary>How many persons a deviation touches, where it does not touch all.</summary>
    public const int Getroffenen = 3;

    /// <summary>Of so many pupils, <see cref="WaarvanZonder"/> refer to no group.</summary>
    public const int VijfLeerlingen = 5;

    /// <summary>See <see cref="VijfLeerlingen"/>.</summary>
    public const int WaarvanZonder = 2;

    /// <summary>The people, as this deviation has them.</summary>
    public Momentopname Deviate(Momentopname mensen)
    {
        const int PartOf = 3;
        var elders = AndereMensen ? Sleutels.EersteVanElders : 0;
        return !AndereMensen && !Deel ? mensen : mensen with
        {
            Leerlingen =
            [
                .. mensen.Leerlingen.Where((_, i) => !Deel || i % PartOf == 0)
                    .Select(l => l with { Nummer = l.Nummer + elders }),
            ],
            Docenten =
            [
                .. mensen.Docenten.Where((_, i) => !Deel || i % PartOf == 0)
                    .Select(d => d with { Nummer = d.Nummer + elders }),
            ],
        };
    }
}
