-- The account that this one was merged with and that stays; NULL when it stands for itself.
ALTER TABLE Leerlingen_Leerling ADD COLUMN SamengevoegdMet BLOB NULL;
ALTER TABLE Leerlingen_Docent ADD COLUMN SamengevoegdMet BLOB NULL;

CREATE INDEX IF NOT EXISTS IX_Leerlingen_Leerling_SamengevoegdMet ON Leerlingen_Leerling (SchoolId, SamengevoegdMet) WHERE SamengevoegdMet IS NOT NULL;
CREATE INDEX IF NOT EXISTS IX_Leerlingen_Docent_SamengevoegdMet ON Leerlingen_Docent (SchoolId, SamengevoegdMet) WHERE SamengevoegdMet IS NOT NULL;

-- Two accounts that were merged, by the one that was archived by it. Persoon 1: leerling, 2: docent.
CREATE TABLE IF NOT EXISTS Leerlingen_Samenvoeging (
    SchoolId BLOB NOT NULL REFERENCES Scholen_School (Id),
    VervaltId BLOB NOT NULL,
    Persoon INTEGER NOT NULL,
    BlijftId BLOB NOT NULL,
    Door TEXT NOT NULL,
    Moment TEXT NOT NULL,
    PRIMARY KEY (SchoolId, VervaltId)
) WITHOUT ROWID;

-- What both accounts were before, and the version that the merge gave them, so that it can be undone.
CREATE TABLE IF NOT EXISTS Leerlingen_LeerlingSamenvoeging (
    SchoolId BLOB NOT NULL,
    VervaltId BLOB NOT NULL,
    Id BLOB NOT NULL,
    VersieVoor INTEGER NOT NULL,
    VersieNa INTEGER NOT NULL,
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
    GroepenVergrendeldIn INTEGER NULL,
    GearchiveerdDoor TEXT NULL,
    GearchiveerdMoment TEXT NULL,
    PRIMARY KEY (SchoolId, VervaltId, Id),
    FOREIGN KEY (SchoolId, VervaltId) REFERENCES Leerlingen_Samenvoeging (SchoolId, VervaltId)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS Leerlingen_DocentSamenvoeging (
    SchoolId BLOB NOT NULL,
    VervaltId BLOB NOT NULL,
    Id BLOB NOT NULL,
    VersieVoor INTEGER NOT NULL,
    VersieNa INTEGER NOT NULL,
    Status INTEGER NOT NULL,
    Vestiging TEXT NOT NULL,
    EckId TEXT NULL,
    UwlrKey TEXT NULL,
    Roepnaam TEXT NULL,
    Voorvoegsel TEXT NULL,
    Achternaam TEXT NULL,
    Email TEXT NULL,
    Vergrendeld INTEGER NOT NULL,
    GroepenVergrendeldIn INTEGER NULL,
    GearchiveerdDoor TEXT NULL,
    GearchiveerdMoment TEXT NULL,
    PRIMARY KEY (SchoolId, VervaltId, Id),
    FOREIGN KEY (SchoolId, VervaltId) REFERENCES Leerlingen_Samenvoeging (SchoolId, VervaltId)
) WITHOUT ROWID;

-- The groepen that the account that stays got (Erbij 1) or gave up (0).
CREATE TABLE IF NOT EXISTS Leerlingen_LidSamenvoeging (
    SchoolId BLOB NOT NULL,
    VervaltId BLOB NOT NULL,
    GroepId BLOB NOT NULL,
    Erbij INTEGER NOT NULL,
    PRIMARY KEY (SchoolId, VervaltId, GroepId),
    FOREIGN KEY (SchoolId, VervaltId) REFERENCES Leerlingen_Samenvoeging (SchoolId, VervaltId)
) WITHOUT ROWID;

-- The leerplannen that went from the archived account to the one that stays, with the version that they then had.
CREATE TABLE IF NOT EXISTS Leerplannen_Overdracht (
    SchoolId BLOB NOT NULL,
    VervaltId BLOB NOT NULL,
    LeerplanId BLOB NOT NULL,
    VersieNa INTEGER NOT NULL,
    PRIMARY KEY (SchoolId, VervaltId, LeerplanId),
    FOREIGN KEY (SchoolId, LeerplanId) REFERENCES Leerplannen_Leerplan (SchoolId, Id)
) WITHOUT ROWID;

-- Accounts of which a person said that they are two persons; EneId is the lower one. Persoon as above.
CREATE TABLE IF NOT EXISTS Leerlingen_Verschil (
    SchoolId BLOB NOT NULL REFERENCES Scholen_School (Id),
    Id BLOB NOT NULL,
    Persoon INTEGER NOT NULL,
    EneId BLOB NOT NULL,
    AndereId BLOB NOT NULL,
    Reden TEXT NULL,
    Door TEXT NOT NULL,
    Moment TEXT NOT NULL,
    PRIMARY KEY (SchoolId, Id)
) WITHOUT ROWID;

CREATE UNIQUE INDEX IF NOT EXISTS UX_Leerlingen_Verschil_Paar ON Leerlingen_Verschil (SchoolId, EneId, AndereId);
