using System.Net;
using System.Text;

namespace Kurve.Numo.Simulator.Magister;

/// <summary>
/// Writes answers as the web service does when no <c>Type</c> is asked: a table for people to look at.
/// </summary>
internal static class MagisterHtml
{
    private const int MaxRows = 20;

    /// <summary>The page. A list shows its first rows only: no program should read it.</summary>
    public static string Write(MagisterAntwoord antwoord, IEnumerable<MagisterRij> rijen)
    {
        var html = new StringBuilder("<html><body><table>");
        foreach (var (naam, waarde) in FieldsOf(antwoord))
        {
            html.Append("<tr><th>").Append(naam).Append("</th><td id=\"").Append(naam).Append("\">")
                .Append(WebUtility.HtmlEncode(waarde)).Append("</td></tr>");
        }

        if (antwoord is MagisterAntwoord.Lijst)
        {
            html.Append("<tr><th>idGebr</th><th>ExterneId</th><th>opleidingscode</th><th>stamnr</th></tr>");
            foreach (var rij in rijen.Take(MaxRows))
            {
                html.Append("<tr><td>").AppendJoin(
                    "</td><td>",
                    new[] { rij.IdGebr, rij.ExterneId, rij.Opleidingscode, rij.Stamnr }.Select(WebUtility.HtmlEncode));
                html.Append("</td></tr>");
            }
        }

        return html.Append("</table></body></html>").ToString();
    }

    private static (string Naam, string Waarde)[] FieldsOf(MagisterAntwoord antwoord) => antwoord switch
    {
        MagisterAntwoord.Ingelogd ingelogd => [("Result", "True"), ("SessionToken", ingelogd.SessionToken)],
        MagisterAntwoord.Geweigerd geweigerd => [("Result", "False"), ("ResultMessage", geweigerd.ResultMessage)],
        MagisterAntwoord.Foutrij fout => [("Result", "False"), ("Fout_omschrijving", fout.Omschrijving)],
        MagisterAntwoord.Uitzondering fout => [("Exception", fout.Klasse), ("ExceptionMsg", fout.Bericht)],
        MagisterAntwoord.Waarde waarde => [("Result", waarde.Result)],
        _ => [("Result", "True")],
    };
}
