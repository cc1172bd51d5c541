using Kurve.Numo.Domain.Shared;

namespace Kurve.Numo.Domain.Opleidingen;

/// <summary>No opleiding has this code.</summary>
public sealed record OpleidingOnbekend(string Opleiding)
    : Error(
        ErrorKind.Invalid,
        "OPLEIDING_ONBEKEND",
        $"There is no opleiding '{Opleiding}'; ListOpleidingen shows those that are.",
        $"Opleiding '{Opleiding}' bestaat niet.")
{
    /// <summary>The error for the field <c>opleiding</c>.</summary>
    public static OpleidingOnbekend For(string opleiding) => new(opleiding) { Field = "opleiding" };
}

/// <summary>The last school year comes before the first.</summary>
public sealed record GeldigheidOngeldig(Schooljaar Vanaf, Schooljaar Tot)
    : Error(
        ErrorKind.Invalid,
        "GELDIGHEID_ONGELDIG",
        $"The last school year {Tot} comes before the first, {Vanaf}.",
        $"Het laatste schooljaar {Tot} ligt voor het eerste, {Vanaf}.")
{
    /// <summary>The error for the field <c>schooljaar_tot</c>.</summary>
    public static GeldigheidOngeldig For(Schooljaar vanaf, Schooljaar tot) =>
        new(vanaf, tot) { Field = "schooljaar_tot" };
}

/// <summary>The school has no such translation.</summary>
public sealed record VertalingOnbekend(Vertaalcode Opleidingscode, Schooljaar Vanaf)
    : Error(
        ErrorKind.NotFound,
        "VERTALING_ONBEKEND",
        $"This school has no translation of {Opleidingscode} from {Vanaf} on.",
        $"Van {Opleidingscode} is vanaf {Vanaf} geen vertaling vastgelegd.");

/// <summary>The code differs from the one that is settled in more than leerjaar, profile, stream or class.</summary>
public sealed record CodeNietVerwant(string Verwante, string Opleidingscode, string Opleiding)
    : Error(
        ErrorKind.Invalid,
        "CODE_NIET_VERWANT",
        $"'{Verwante}' differs from '{Opleidingscode}' in more than leerjaar, profile, stream or class, or cannot be "
        + $"{Opleiding}; settle it by itself.",
        $"'{Verwante}' verschilt in meer dan leerjaar, profiel, stroom of klas van '{Opleidingscode}', of kan geen "
        + $"{Opleiding} zijn; leg die code apart vast.");
