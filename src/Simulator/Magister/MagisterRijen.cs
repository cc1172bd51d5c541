using Kurve.Numo.Simulator.Bevolking;

namespace Kurve.Numo.Simulator.Magister;

/// <summary>The rows of a school's list on a day.</summary>
internal static class MagisterRijen
{
    /// <summary>All rows, as a deviation wants them.</summary>
    public static IEnumerable<MagisterRij> Of(Momentopname momentopname, Sleutels sleutels, MagisterVorm vorm)
    {
        if (!vorm.Gevuld)
        {
            yield break;
        }

        var plaats = 0;
        foreach (var leerling in momentopname.Leerlingen.Concat(momentopname.BuitenUwlr))
        {
            var rij = RowOf(leerling, sleutels, vorm);
            if (vorm.VorigJaarErbij && leerling.Klas.Leerjaar > 1 && sleutels.RowCount(leerling.Nummer) > 0)
            {
                yield return rij with { Opleidingscode = $"BK{leerling.Klas.Leerjaar - 1}" };
            }

            for (var i = sleutels.RowCount(leerling.Nummer); i > 0; i--)
            {
                yield return rij;
            }

            if (vorm.TegenstrijdigeDubbelen && plaats++ < MagisterVorm.Getroffenen)
            {
                yield return rij with { Opleidingscode = rij.Opleidingscode is "H1" ? "V1" : "H1" };
            }
        }
    }

    private static MagisterRij RowOf(Leerling leerling, Sleutels sleutels, MagisterVorm vorm)
    {
        var nummer = leerling.Nummer + (vorm.AndereLeerlingen ? Sleutels.EersteVanElders : 0);
        var stamnr = sleutels.Stamnr(nummer);
        return new MagisterRij(
            sleutels.IdGebr(nummer),
            sleutels.ExterneId(nummer, leerling.Uitgifte),
            vorm.ZonderCodes ? "" : leerling.Opleidingscode,
            vorm.VersierdeStamnrs ? $" 00{stamnr}  "
                : vorm.KorteStamnrs ? stamnr.TrimStart('0')
                : stamnr);
    }
}
