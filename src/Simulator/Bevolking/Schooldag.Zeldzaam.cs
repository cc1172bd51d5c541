namespace Kurve.Numo.Simulator.Bevolking;

/// <content>What is rare, each now and then. It has dice of its own: all else goes as it goes without.</content>
internal sealed partial class Schooldag
{
    private void BringRareChanges()
    {
        var dice = Dice.For(_seed, Onderwerp.Zeldzaam, _school, 0, Dag);
        Maybe(0.3, ref dice, MoveToOtherVestiging);
        Maybe(0.3, ref dice, GiveOtherKey);
        Maybe(0.3, ref dice, LoseEckId);
        Maybe(0.2, ref dice, FindEckId);
        Maybe(0.2, ref dice, RenameTeacher);
    }

    private static void Maybe(double share, ref Dice dice, Change change)
    {
        if (dice.Chance(share))
        {
            change(ref dice);
        }
    }

    private void MoveToOtherVestiging(ref Dice dice)
    {
        var leerling = PickPresent(ref dice);
        var elders = _klassen.FindAll(k => k.Vestiging != leerling.Klas.Vestiging);
        var zelfdeLeerjaar = elders.FindAll(k => k.Leerjaar == leerling.Klas.Leerjaar);
        if (elders.Count > 0)
        {
            MoveToOtherLevel(leerling, dice.Pick(zelfdeLeerjaar.Count > 0 ? zelfdeLeerjaar : elders));
        }
    }

    private void GiveOtherKey(ref Dice dice)
    {
        if (PickKnown(ref dice) is { } leerling)
        {
            Replace(leerling with { Uitgifte = leerling.Uitgifte + 1 });
        }
    }

    private void LoseEckId(ref Dice dice)
    {
        if (PickKnown(ref dice) is { } leerling)
        {
            Replace(leerling with { EckIdVerloren = true });
        }
    }

    private void FindEckId(ref Dice dice)
    {
        var verloren = _aanwezig.FindAll(nummer => _register[nummer].EckIdVerloren);
        if (verloren.Count > 0)
        {
            Replace(_register[dice.Pick(verloren)] with { EckIdVerloren = false });
        }
    }

    // Whom only UWLR knows, nobody would recognise without the ECK iD and the key of before; who comes today changes
    // from tomorrow on.
    private Leerling? PickKnown(ref Dice dice) =>
        PickPresent(ref dice) is var leerling && leerling.EersteDag < Dag && _sleutels.RowCount(leerling.Nummer) > 0
            ? leerling
            : null;

    private void RenameTeacher(ref Dice dice)
    {
        var plaats = dice.Below(Math.Max(1, _docenten.Length));
        if (plaats < _docenten.Length && _docenten[plaats] is { } docent)
        {
            _docenten[plaats] = docent with { Naam = Namen.Rename(docent.Naam, ref dice) };
        }
    }
}
