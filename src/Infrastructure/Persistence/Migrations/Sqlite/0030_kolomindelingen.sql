-- What schools call their columns. Sleutel is the name in the form to compare by, Kolommen is JSON.
CREATE TABLE IF NOT EXISTS Importeren_Kolomindeling (
    SchoolId BLOB NOT NULL REFERENCES Scholen_School (Id),
    Sleutel TEXT NOT NULL,
    Naam TEXT NOT NULL,
    Preset INTEGER NOT NULL,
    Kolommen BLOB NOT NULL,
    Door TEXT NOT NULL,
    Gewijzigd TEXT NOT NULL,
    Versie INTEGER NOT NULL,
    PRIMARY KEY (SchoolId, Sleutel)
) WITHOUT ROWID;
