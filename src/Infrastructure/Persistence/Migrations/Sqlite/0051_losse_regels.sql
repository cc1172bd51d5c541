-- What a source delivered in a school's last compared run and nothing in the other source belongs to.
CREATE TABLE IF NOT EXISTS Importeren_LosseRegel (
    SchoolId BLOB NOT NULL,
    Nummer INTEGER NOT NULL,
    RunId BLOB NOT NULL,
    Bron INTEGER NOT NULL,
    Vestiging TEXT NULL,
    Sleutel TEXT NULL,
    Stamnummer TEXT NULL,
    IdGebr TEXT NULL,
    Opleidingscode TEXT NULL,
    Naam TEXT NULL,
    PRIMARY KEY (SchoolId, Nummer),
    FOREIGN KEY (SchoolId, RunId) REFERENCES Importeren_Run (SchoolId, Id)
) WITHOUT ROWID;
