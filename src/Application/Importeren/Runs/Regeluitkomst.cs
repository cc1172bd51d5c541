namespace Kurve.Numo.Application.Importeren.Runs;

/// <summary>What became of a row.</summary>
public enum Regeluitkomst
{
    /// <summary>It was applied.</summary>
    Toegepast = 1,

    /// <summary>It could be applied, and was not among the chosen kinds and rows.</summary>
    NietGekozen,

    /// <summary>There was nothing to apply.</summary>
    Gelaten,

    /// <summary>It was applied, and undone.</summary>
    Teruggedraaid,

    /// <summary>It was applied, and undoing the run left it.</summary>
    NietTeruggedraaid,
}
