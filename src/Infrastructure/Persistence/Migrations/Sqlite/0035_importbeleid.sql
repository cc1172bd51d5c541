-- A school's rules for its imports; a school without a row has the standard ones. Days are written yyyy-MM-dd.
CREATE TABLE IF NOT EXISTS Importeren_Beleid (
    SchoolId BLOB NOT NULL PRIMARY KEY REFERENCES Scholen_School (Id),
    Modus INTEGER NOT NULL,
    PauzeVan TEXT NULL,
    PauzeTotEnMet TEXT NULL,
    PauzeReden TEXT NULL,
    LimietAantal INTEGER NULL,
    LimietAandeel REAL NULL,
    LimietReden TEXT NULL,
    LimietEigenaar TEXT NULL,
    LimietTotEnMet TEXT NULL,
    Door TEXT NOT NULL,
    Gewijzigd TEXT NOT NULL,
    Versie INTEGER NOT NULL
) WITHOUT ROWID;
