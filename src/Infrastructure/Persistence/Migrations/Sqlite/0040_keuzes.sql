-- Who archived a leerling in Numo, and when; NULL when nobody did.
ALTER TABLE Leerlingen_Leerling ADD COLUMN GearchiveerdDoor TEXT NULL;
ALTER TABLE Leerlingen_Leerling ADD COLUMN GearchiveerdMoment TEXT NULL;

-- Groepen are those of one school year, so a lock on them holds in that year alone.
ALTER TABLE Leerlingen_Leerling ADD COLUMN GroepenVergrendeldIn INTEGER NULL;
ALTER TABLE Leerlingen_Docent ADD COLUMN GroepenVergrendeldIn INTEGER NULL;

-- How the person of a row moves (1 groep, 2 vestiging, 4 samengestelde groepen), and whether a field is locked.
ALTER TABLE Importeren_Regel ADD COLUMN Verplaatsing INTEGER NOT NULL DEFAULT 0;
ALTER TABLE Importeren_Regel ADD COLUMN Vergrendeld INTEGER NOT NULL DEFAULT 0;

-- What people decided of conflicts, found by the delivered person's strongest key.
CREATE TABLE IF NOT EXISTS Importeren_Beslissing (
    SchoolId BLOB NOT NULL REFERENCES Scholen_School (Id),
    Id BLOB NOT NULL,
    Persoon INTEGER NOT NULL,
    SleutelVeld INTEGER NOT NULL,
    SleutelWaarde TEXT NOT NULL,
    Soort INTEGER NOT NULL,
    Inhoud BLOB NOT NULL,
    Door TEXT NOT NULL,
    Moment TEXT NOT NULL,
    PRIMARY KEY (SchoolId, Id)
) WITHOUT ROWID;

CREATE UNIQUE INDEX IF NOT EXISTS UX_Importeren_Beslissing_Sleutel ON Importeren_Beslissing (SchoolId, Persoon, SleutelVeld, SleutelWaarde);
