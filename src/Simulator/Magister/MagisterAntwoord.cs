namespace Kurve.Numo.Simulator.Magister;

/// <summary>What a call to the web service yields, before it is written as XML, HTML or SOAP.</summary>
internal abstract record MagisterAntwoord
{
    /// <summary>A session was opened.</summary>
    internal sealed record Ingelogd(string SessionToken) : MagisterAntwoord;

    /// <summary>Result is False, with a reason.</summary>
    internal sealed record Geweigerd(string ResultMessage) : MagisterAntwoord;

    /// <summary>Result is True and there is nothing else to say.</summary>
    internal sealed record Gedaan : MagisterAntwoord;

    /// <summary>The list of a school.</summary>
    internal sealed record Lijst(SimulatedSchool School) : MagisterAntwoord;

    /// <summary>Result is False and the table holds an error.</summary>
    internal sealed record Foutrij(int Nummer, string Omschrijving) : MagisterAntwoord;

    /// <summary>An exception of the server.</summary>
    internal sealed record Uitzondering(string Klasse, string Bericht) : MagisterAntwoord;

    /// <summary>A single value as the result.</summary>
    internal sealed record Waarde(string Result) : MagisterAntwoord;
}

/// <summary>A call: a function of a library with its arguments.</summary>
/// <param name="Library">Such as <c>Data</c>.</param>
/// <param name="Function">Such as <c>GetData</c>.</param>
/// <param name="Argumenten">By name; upper and lower case are the same.</param>
internal sealed record MagisterVraag(string Library, string Function, IReadOnlyDictionary<string, string> Argumenten)
{
    /// <summary>An argument, or an empty text.</summary>
    public string Argument(string naam) => Argumenten.GetValueOrDefault(naam) ?? "";

    /// <summary>Whether this is a call of a function; names are compared without regard to case.</summary>
    public bool Is(string library, string function) =>
        Library.Equals(library, StringComparison.OrdinalIgnoreCase)
        && Function.Equals(function, StringComparison.OrdinalIgnoreCase);
}
