using System.Text;
using Kurve.Numo.Application.Leerlingen;
using Kurve.Numo.Application.Leerplannen;
using Kurve.Numo.Application.Shared;
using Kurve.Numo.Domain.Leerlingen;
using Kurve.Numo.Domain.Shared;
using Kurve.Numo.Infrastructure.Tests.Importeren;

namespace Kurve.Numo.Infrastructure.Tests.Schooljaren;

/// <summary>Finds where what Numo shows differs from what a school expects to see.</summary>
internal sealed class Schoolvergelijking(Keuzeschool school, Schoolmodel model)
{
    // By number of the person: the account that it has from its first day on.
    private readonly Dictionary<int, Guid> _accounts = [];

    /// <summary>The differences, each with the number of the person.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(DateOnly dag)
    {
        var shown = (await school.SendAsync(
            new ListLeerlingen(school.Id, new PageRequest(500, null), true, null, false))).Value.Items;
        var notBegun = dag < Schoolmodel.Begin.AddDays(2) ? await NotBegunAsync(shown) : [];
        var byEckId = shown.ToLookup(l => l.EckId ?? EckIdOf(l.UwlrKey), StringComparer.Ordinal);
        var expected = model.Stand.Leerlingen.ToDictionary(
            a => Keuzeschool.Leerling(a.Key).EckId!.Value.Value, a => a.Key, StringComparer.Ordinal);
        var differences = new List<string>();
        differences.AddRange(byEckId
            .Where(g => g.Key is null || !expected.ContainsKey(g.Key))
            .Select(g => $"{g.Count()} pupils with ECK iD {g.Key ?? "none"}: expected none"));
        foreach (var (eckId, nummer) in expected)
        {
            var found = byEckId[eckId].ToList();
            differences.AddRange(found.Count == 1
                ? Compare(dag, nummer, found[0], notBegun.Contains(found[0].Id))
                : [$"pupil {nummer}: expected one account, found {found.Count}"]);
        }

        differences.AddRange(await FindLerarenAsync());
        return differences;
    }

    /// <summary>Forgets the accounts of whom nobody expects to see.</summary>
    public void ForgetRemoved()
    {
        foreach (var nummer in _accounts.Keys.Where(n => !model.Stand.Leerlingen.ContainsKey(n)).ToList())
        {
            _accounts.Remove(nummer);
        }
    }

    // Of whom the source does not say it today.
    private string? EckIdOf(string? key) => model.Stand.Leerlingen
        .Where(a => string.Equals(a.Value.Regel.Key, key, StringComparison.Ordinal))
        .Select(a => Keuzeschool.Leerling(a.Key).EckId?.Value)
        .FirstOrDefault();

    private async Task<HashSet<Guid>> NotBegunAsync(IEnumerable<LeerlingView> shown)
    {
        AccountId[] actief = [.. shown.Where(l => l.Status == Accountstatus.Actief).Select(l => new AccountId(l.Id))];
        var found = (await school.SendAsync(new BatchGetEffectiveLeerplannen(school.Id, actief, Schooljaar: null))).Value;
        return
        [
            .. found.Leerlingen.Where(l => l.Belemmeringen.Any(b => b.Code == "SCHOOLJAAR_NIET_BEGONNEN"))
                .Select(l => l.LeerlingId),
        ];
    }

    private IEnumerable<string> Compare(DateOnly dag, int nummer, LeerlingView found, bool notBegun)
    {
        var account = model.Stand.Leerlingen[nummer];
        var hadAccount = _accounts.TryAdd(nummer, found.Id) ? found.Id : _accounts[nummer];
        var differences = new List<(string What, object? Expected, object? Found)> { ("account", hadAccount, found.Id) };
        if (!account.IsOnbeslist)
        {
            var status = account.IsActief ? Accountstatus.Actief : Accountstatus.Gearchiveerd;
            differences.Add(("status", status, found.Status));
            differences.AddRange(account.IsActief ? CompareActive(dag, account, found, notBegun) : []);
        }

        return differences
            .Where(d => !Equals(d.Expected, d.Found))
            .Select(d => $"pupil {nummer}, {d.What}: expected {d.Expected ?? "none"}, found {d.Found ?? "none"}");
    }

    private IEnumerable<(string What, object? Expected, object? Found)> CompareActive(
        DateOnly dag, Modelaccount account, LeerlingView found, bool notBegun)
    {
        yield return ("roepnaam", account.Regel.Roepnaam, Clean(found.Roepnaam));
        yield return ("achternaam", account.Regel.Achternaam, Clean(found.Achternaam));
        yield return ("key", account.Regel.Key, found.UwlrKey);
        yield return ("leerjaar", account.Regel.Leerjaar, found.Leerjaar);
        yield return ("cannot start", dag < Schoolmodel.Begin && !account.IsBegonnen, notBegun);
        if (dag < Schoolmodel.Begin && !account.IsTerug)
        {
            yield return ("coming class", NameOf(account.Nieuw, isNieuwJaar: true), found.KomendeGroepen?.Stamgroep?.Naam);
        }

        // Of who comes back after the summer nobody asks in which class that was.
        if (dag >= Schoolmodel.Begin || account.IsBegonnen || account.Oud is null)
        {
            var isNieuwJaar = dag >= Schoolmodel.Begin && account.Nieuw is not null;
            var klas = isNieuwJaar ? account.Nieuw : account.Oud;
            var jaar = isNieuwJaar ? "2027-2028" : "2026-2027";
            yield return ("class", NameOf(klas, isNieuwJaar), found.Stamgroep?.Naam);
            yield return ("school year of the class", klas is null ? null : jaar, found.GroepenSchooljaar);
        }
    }

    private async Task<IEnumerable<string>> FindLerarenAsync()
    {
        var shown = (await school.SendAsync(
            new ListDocenten(school.Id, new PageRequest(500, null), ShowGearchiveerd: true))).Value.Items;
        var found = shown.OrderBy(d => d.UwlrKey, StringComparer.Ordinal).Select(d => d.Status == Accountstatus.Actief
            ? $"{d.UwlrKey} in {string.Join(", ", d.Groepen.Select(g => g.Naam).Order(StringComparer.Ordinal))}"
            : $"{d.UwlrKey} archived").ToList();
        var expected = model.Stand.Leraren
            .Select(l => (Keuzeschool.Docent(l.Key).UwlrKey, l.Value))
            .OrderBy(l => l.UwlrKey, StringComparer.Ordinal)
            .Select(l => l.Value.IsActief
                ? $"{l.UwlrKey} in {string.Join(", ", l.Value.Klassen.Select(k => k.Naam).Order(StringComparer.Ordinal))}"
                : $"{l.UwlrKey} archived")
            .ToList();
        return expected.Except(found, StringComparer.Ordinal).Select(e => $"expected {e}")
            .Concat(found.Except(expected, StringComparer.Ordinal).Select(f => $"found {f}"));
    }

    private string? NameOf(Klas? klas, bool isNieuwJaar) => klas is null ? null : model.Stand.Namen[(isNieuwJaar, klas)];

    // One blank between words, none around them, and one form for each letter.
    private static string? Clean(string? naam) => naam is null
        ? null
        : string.Join(' ', naam.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Normalize(NormalizationForm.FormC);
}
