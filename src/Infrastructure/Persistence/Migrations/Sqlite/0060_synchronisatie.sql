-- Leases: what one process at a time holds. The fencing number rises with each taking.
CREATE TABLE IF NOT EXISTS Synchronisatie_Lease (
    Naam TEXT NOT NULL PRIMARY KEY,
    Fencing INTEGER NOT NULL,
    Houder TEXT NOT NULL,
    Tot TEXT NOT NULL
) WITHOUT ROWID;

-- What a school wants of its nightly sync; a school without a row has the standard.
CREATE TABLE IF NOT EXISTS Synchronisatie_Beleid (
    SchoolId BLOB NOT NULL PRIMARY KEY REFERENCES Scholen_School (Id),
    Soorten TEXT NOT NULL,
    PauzeMoment TEXT NULL,
    PauzeDoor TEXT NULL,
    PauzeReden TEXT NULL,
    Door TEXT NOT NULL,
    Gewijzigd TEXT NOT NULL,
    Versie INTEGER NOT NULL
) WITHOUT ROWID;

-- One sync of one school. Nacht is a day number (days since 0001-01-01); number 0 is that of the night, of which the key
-- allows one.
CREATE TABLE IF NOT EXISTS Synchronisatie_Ronde (
    SchoolId BLOB NOT NULL REFERENCES Scholen_School (Id),
    Nacht INTEGER NOT NULL,
    Volgnummer INTEGER NOT NULL,
    GevraagdDoor TEXT NOT NULL,
    Gevraagd TEXT NOT NULL,
    Begonnen TEXT NULL,
    Beeindigd TEXT NULL,
    NietVoor TEXT NULL,
    Pogingen INTEGER NOT NULL,
    Fencing INTEGER NOT NULL,
    RunId BLOB NULL,
    Uitkomst INTEGER NOT NULL,
    FoutCode TEXT NULL,
    FoutTekst TEXT NULL,
    Actiehouder INTEGER NOT NULL,
    PRIMARY KEY (SchoolId, Nacht, Volgnummer)
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS IX_Synchronisatie_Ronde_Open ON Synchronisatie_Ronde (SchoolId) WHERE Uitkomst = 0;
