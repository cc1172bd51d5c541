CREATE TABLE IF NOT EXISTS Leerlingen_Stand (
    SchoolId BLOB NOT NULL PRIMARY KEY REFERENCES Scholen_School (Id),
    Versie INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS Leerlingen_Leerling (
    SchoolId BLOB NOT NULL REFERENCES Scholen_School (Id),
    Id BLOB NOT NULL,
    Status INTEGER NOT NULL,
    Vestiging TEXT NOT NULL,
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
    Vergrendeld INTEGER NOT NULL,
    Gemaakt TEXT NOT NULL,
    Gewijzigd TEXT NOT NULL,
    Versie INTEGER NOT NULL,
    PRIMARY KEY (SchoolId, Id)
) WITHOUT ROWID;

-- No key ever names two accounts of one school, archived ones included.
CREATE UNIQUE INDEX IF NOT EXISTS UX_Leerlingen_Leerling_EckId ON Leerlingen_Leerling (SchoolId, EckId) WHERE EckId IS NOT NULL;
CREATE UNIQUE INDEX IF NOT EXISTS UX_Leerlingen_Leerling_UwlrKey ON Leerlingen_Leerling (SchoolId, UwlrKey) WHERE UwlrKey IS NOT NULL;
CREATE UNIQUE INDEX IF NOT EXISTS UX_Leerlingen_Leerling_Stamnummer ON Leerlingen_Leerling (SchoolId, StamnummerCanoniek) WHERE StamnummerCanoniek IS NOT NULL;
CREATE UNIQUE INDEX IF NOT EXISTS UX_Leerlingen_Leerling_IdGebr ON Leerlingen_Leerling (SchoolId, IdGebr) WHERE IdGebr IS NOT NULL;

CREATE TABLE IF NOT EXISTS Leerlingen_Docent (
    SchoolId BLOB NOT NULL REFERENCES Scholen_School (Id),
    Id BLOB NOT NULL,
    Status INTEGER NOT NULL,
    Vestiging TEXT NOT NULL,
    EckId TEXT NULL,
    UwlrKey TEXT NULL,
    Roepnaam TEXT NULL,
    Voorvoegsel TEXT NULL,
    Achternaam TEXT NULL,
    Email TEXT NULL,
    Vergrendeld INTEGER NOT NULL,
    Gemaakt TEXT NOT NULL,
    Gewijzigd TEXT NOT NULL,
    Versie INTEGER NOT NULL,
    PRIMARY KEY (SchoolId, Id)
) WITHOUT ROWID;

CREATE UNIQUE INDEX IF NOT EXISTS UX_Leerlingen_Docent_EckId ON Leerlingen_Docent (SchoolId, EckId) WHERE EckId IS NOT NULL;
CREATE UNIQUE INDEX IF NOT EXISTS UX_Leerlingen_Docent_UwlrKey ON Leerlingen_Docent (SchoolId, UwlrKey) WHERE UwlrKey IS NOT NULL;

CREATE TABLE IF NOT EXISTS Leerlingen_Groep (
    SchoolId BLOB NOT NULL REFERENCES Scholen_School (Id),
    Id BLOB NOT NULL,
    Schooljaar INTEGER NOT NULL,
    Vestiging TEXT NOT NULL,
    Sleutel TEXT NOT NULL,
    Soort INTEGER NOT NULL,
    Naam TEXT NOT NULL,
    Leerjaar INTEGER NULL,
    Status INTEGER NOT NULL,
    PRIMARY KEY (SchoolId, Id)
) WITHOUT ROWID;

CREATE UNIQUE INDEX IF NOT EXISTS UX_Leerlingen_Groep_Sleutel ON Leerlingen_Groep (SchoolId, Schooljaar, Vestiging, Sleutel);

CREATE TABLE IF NOT EXISTS Leerlingen_LeerlingGroep (
    SchoolId BLOB NOT NULL,
    LeerlingId BLOB NOT NULL,
    GroepId BLOB NOT NULL,
    PRIMARY KEY (SchoolId, LeerlingId, GroepId),
    FOREIGN KEY (SchoolId, LeerlingId) REFERENCES Leerlingen_Leerling (SchoolId, Id),
    FOREIGN KEY (SchoolId, GroepId) REFERENCES Leerlingen_Groep (SchoolId, Id)
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS IX_Leerlingen_LeerlingGroep_Groep ON Leerlingen_LeerlingGroep (SchoolId, GroepId);

CREATE TABLE IF NOT EXISTS Leerlingen_DocentGroep (
    SchoolId BLOB NOT NULL,
    DocentId BLOB NOT NULL,
    GroepId BLOB NOT NULL,
    PRIMARY KEY (SchoolId, DocentId, GroepId),
    FOREIGN KEY (SchoolId, DocentId) REFERENCES Leerlingen_Docent (SchoolId, Id),
    FOREIGN KEY (SchoolId, GroepId) REFERENCES Leerlingen_Groep (SchoolId, Id)
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS IX_Leerlingen_DocentGroep_Groep ON Leerlingen_DocentGroep (SchoolId, GroepId);

-- Staging: what one apply changes of existing accounts and groepen. Filled and emptied within the same transaction.
CREATE TABLE IF NOT EXISTS Leerlingen_LeerlingStaging (
    SchoolId BLOB NOT NULL,
    Id BLOB NOT NULL,
    Status INTEGER NOT NULL,
    Vestiging TEXT NOT NULL,
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
    GroepenGewijzigd INTEGER NOT NULL,
    PRIMARY KEY (SchoolId, Id)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS Leerlingen_DocentStaging (
    SchoolId BLOB NOT NULL,
    Id BLOB NOT NULL,
    Status INTEGER NOT NULL,
    Vestiging TEXT NOT NULL,
    EckId TEXT NULL,
    UwlrKey TEXT NULL,
    Roepnaam TEXT NULL,
    Voorvoegsel TEXT NULL,
    Achternaam TEXT NULL,
    Email TEXT NULL,
    GroepenGewijzigd INTEGER NOT NULL,
    PRIMARY KEY (SchoolId, Id)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS Leerlingen_GroepStaging (
    SchoolId BLOB NOT NULL,
    Id BLOB NOT NULL,
    Soort INTEGER NOT NULL,
    Naam TEXT NOT NULL,
    Leerjaar INTEGER NULL,
    Status INTEGER NOT NULL,
    PRIMARY KEY (SchoolId, Id)
) WITHOUT ROWID;
