CREATE TABLE IF NOT EXISTS Importeren_Run (
    SchoolId BLOB NOT NULL REFERENCES Scholen_School (Id),
    Id BLOB NOT NULL,
    Bron INTEGER NOT NULL,
    State INTEGER NOT NULL,
    Schooljaar INTEGER NOT NULL,
    AangevraagdDoor TEXT NOT NULL,
    Aangevraagd TEXT NOT NULL,
    LeaseTot TEXT NOT NULL,
    Gelezen INTEGER NOT NULL,
    Uitkomst BLOB NULL,
    Groepen BLOB NULL,
    FoutCode TEXT NULL,
    FoutTekst TEXT NULL,
    Actiehouder INTEGER NOT NULL,
    Vergeleken TEXT NULL,
    Vrijgegeven TEXT NULL,
    Beeindigd TEXT NULL,
    ToegepasteSoorten TEXT NOT NULL,
    Versie INTEGER NOT NULL,
    PRIMARY KEY (SchoolId, Id)
) WITHOUT ROWID;

-- One run per school fetches (1) or compares (2) at a time, over all processes.
CREATE UNIQUE INDEX IF NOT EXISTS UX_Importeren_Run_Bezig ON Importeren_Run (SchoolId) WHERE State IN (1, 2);

CREATE TABLE IF NOT EXISTS Importeren_Regel (
    SchoolId BLOB NOT NULL,
    RunId BLOB NOT NULL,
    Nummer INTEGER NOT NULL,
    Persoon INTEGER NOT NULL,
    Soort INTEGER NOT NULL,
    AccountId BLOB NULL,
    HeeftMelding INTEGER NOT NULL,
    Inhoud BLOB NOT NULL,
    PRIMARY KEY (SchoolId, RunId, Nummer),
    FOREIGN KEY (SchoolId, RunId) REFERENCES Importeren_Run (SchoolId, Id)
) WITHOUT ROWID;
