-- A herstelpunt: what the accounts and groepen that one run touched were before it, and the version that it gave them, so
-- that the run can be undone. Regel is the row of the run. Of a new account (Nieuw 1) there is nothing before.
CREATE TABLE IF NOT EXISTS Leerlingen_LeerlingHerstel (
    SchoolId BLOB NOT NULL,
    RunId BLOB NOT NULL,
    Id BLOB NOT NULL,
    Regel INTEGER NOT NULL,
    Nieuw INTEGER NOT NULL,
    GroepenGewijzigd INTEGER NOT NULL,
    VersieVoor INTEGER NOT NULL,
    VersieNa INTEGER NOT NULL,
    Status INTEGER NULL,
    Vestiging TEXT NULL,
    EckId TEXT NULL,
    UwlrKey TEXT NULL,
    Stamnummer TEXT NULL,
    StamnummerCanoniek TEXT NULL,
    IdGebr TEXT NULL,
    Roepnaam TEXT NULL,
    Voorvoegsel TEXT NULL,
    Achternaam TEXT NULL,
    Leerjaar INTEGER NULL,
    Opleidingscode TEXT NULL,
    Opleiding TEXT NULL,
    DoelgroepLeerjaar INTEGER NULL,
    PRIMARY KEY (SchoolId, RunId, Id),
    FOREIGN KEY (SchoolId, RunId) REFERENCES Importeren_Run (SchoolId, Id)
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS IX_Leerlingen_LeerlingHerstel_Regel ON Leerlingen_LeerlingHerstel (SchoolId, RunId, Regel);

CREATE TABLE IF NOT EXISTS Leerlingen_DocentHerstel (
    SchoolId BLOB NOT NULL,
    RunId BLOB NOT NULL,
    Id BLOB NOT NULL,
    Regel INTEGER NOT NULL,
    Nieuw INTEGER NOT NULL,
    GroepenGewijzigd INTEGER NOT NULL,
    VersieVoor INTEGER NOT NULL,
    VersieNa INTEGER NOT NULL,
    Status INTEGER NULL,
    Vestiging TEXT NULL,
    EckId TEXT NULL,
    UwlrKey TEXT NULL,
    Roepnaam TEXT NULL,
    Voorvoegsel TEXT NULL,
    Achternaam TEXT NULL,
    Email TEXT NULL,
    PRIMARY KEY (SchoolId, RunId, Id),
    FOREIGN KEY (SchoolId, RunId) REFERENCES Importeren_Run (SchoolId, Id)
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS IX_Leerlingen_DocentHerstel_Regel ON Leerlingen_DocentHerstel (SchoolId, RunId, Regel);

-- Soort 1: leerling, 2: docent. The groepen of the run's school year that the person was in.
CREATE TABLE IF NOT EXISTS Leerlingen_LidHerstel (
    SchoolId BLOB NOT NULL,
    RunId BLOB NOT NULL,
    Soort INTEGER NOT NULL,
    PersoonId BLOB NOT NULL,
    GroepId BLOB NOT NULL,
    PRIMARY KEY (SchoolId, RunId, Soort, PersoonId, GroepId),
    FOREIGN KEY (SchoolId, RunId) REFERENCES Importeren_Run (SchoolId, Id)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS Leerlingen_GroepHerstel (
    SchoolId BLOB NOT NULL,
    RunId BLOB NOT NULL,
    Id BLOB NOT NULL,
    Nieuw INTEGER NOT NULL,
    Soort INTEGER NULL,
    Naam TEXT NULL,
    Leerjaar INTEGER NULL,
    Status INTEGER NULL,
    PRIMARY KEY (SchoolId, RunId, Id),
    FOREIGN KEY (SchoolId, RunId) REFERENCES Importeren_Run (SchoolId, Id)
) WITHOUT ROWID;

-- What undoing a run left as it was. Soort 1: leerling, 2: docent, 3: groep. Reden 1: changed since, 2: in use, 3: another
-- account has a key of it now.
CREATE TABLE IF NOT EXISTS Leerlingen_NietHersteld (
    SchoolId BLOB NOT NULL,
    RunId BLOB NOT NULL,
    Soort INTEGER NOT NULL,
    Id BLOB NOT NULL,
    Reden INTEGER NOT NULL,
    PRIMARY KEY (SchoolId, RunId, Soort, Id),
    FOREIGN KEY (SchoolId, RunId) REFERENCES Importeren_Run (SchoolId, Id)
) WITHOUT ROWID;

ALTER TABLE Leerlingen_LeerlingStaging ADD COLUMN Regel INTEGER NOT NULL DEFAULT 0;
ALTER TABLE Leerlingen_DocentStaging ADD COLUMN Regel INTEGER NOT NULL DEFAULT 0;
