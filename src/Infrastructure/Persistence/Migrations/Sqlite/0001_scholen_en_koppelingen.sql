-- Ids are UUIDv7 as 16 bytes, most significant first: they sort by age on every engine. Moments are UTC text of fixed
-- width. BINARY collation (SQLite's own default) keeps keys case-sensitive.
CREATE TABLE IF NOT EXISTS Scholen_School (
    Id BLOB NOT NULL PRIMARY KEY,
    Naam TEXT NOT NULL,
    Brin TEXT NOT NULL,
    Sector INTEGER NOT NULL,
    Geregistreerd TEXT NOT NULL,
    Gesloten TEXT NULL,
    Versie INTEGER NOT NULL
) WITHOUT ROWID;

CREATE UNIQUE INDEX IF NOT EXISTS UX_Scholen_School_Brin ON Scholen_School (Brin) WHERE Gesloten IS NULL;

CREATE TABLE IF NOT EXISTS Scholen_Vestiging (
    SchoolId BLOB NOT NULL REFERENCES Scholen_School (Id),
    Nummer TEXT NOT NULL,
    PRIMARY KEY (SchoolId, Nummer)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS Koppelingen_Koppeling (
    SchoolId BLOB NOT NULL PRIMARY KEY REFERENCES Scholen_School (Id),
    Las INTEGER NOT NULL,
    Schooldomein TEXT NOT NULL,
    WebserviceGebruiker TEXT NOT NULL,
    WebserviceWachtwoord BLOB NOT NULL,
    UwlrEndpoint TEXT NULL,
    UwlrAutorisatiesleutel BLOB NULL,
    Actief INTEGER NOT NULL,
    Gemaakt TEXT NOT NULL,
    Versie INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS Shared_Verzoek (
    Subject TEXT NOT NULL,
    RequestId BLOB NOT NULL,
    RequestHash TEXT NOT NULL,
    Antwoord BLOB NOT NULL,
    Moment TEXT NOT NULL,
    PRIMARY KEY (Subject, RequestId)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS Privacy_Audit (
    Id BLOB NOT NULL PRIMARY KEY,
    Moment TEXT NOT NULL,
    Subject TEXT NOT NULL,
    Actie TEXT NOT NULL,
    SchoolId BLOB NULL,
    Aantal INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS IX_Privacy_Audit_School ON Privacy_Audit (SchoolId, Id);
