namespace Kurve.Numo.Domain.Leerlingen;

/// <summary>What a person changes of an account in Numo.</summary>
/// <typeparam name="T">What is said of such a person.</typeparam>
/// <param name="Gegevens">The new values.</param>
/// <param name="Velden">The fields to take from them.</param>
/// <param name="Vergrendeld">All fields that are to be locked; null leaves the locks.</param>
/// <param name="NietVergrendelen">Whether fields that change stay unlocked: the next import may change them
/// back.</param>
public sealed record Bewerking<T>(T Gegevens, Veld Velden, Veld? Vergrendeld, bool NietVergrendelen)
    where T : Persoonsgegevens<T>
{
    /// <summary>The account after; a field that changes becomes locked unless said otherwise.</summary>
    public Account<T> ApplyTo(Account<T> account)
    {
        var gegevens = account.Gegevens.Take(Velden, Gegevens);
        var gewijzigd = NietVergrendelen ? Veld.Geen : account.Gegevens.DifferenceTo(gegevens);
        return account with
        {
            Gegevens = gegevens,
            Vergrendeld = (Vergrendeld ?? account.Vergrendeld) | gewijzigd,
        };
    }
}
