-- A koppeling begins without a password: its kit brings one. SQLite cannot change a column, so the table is made anew.
CREATE TABLE Koppelingen_KoppelingNieuw (
    SchoolId BLOB NOT NULL PRIMARY KEY REFERENCES Scholen_School (Id),
    Las INTEGER NOT NULL,
    Schooldomein TEXT NOT NULL,
    WebserviceGebruiker TEXT NOT NULL,
    WebserviceWachtwoord BLOB NULL,
    NieuwWachtwoord BLOB NULL,
    PakketUitgegeven TEXT NULL,
    UwlrEndpoint TEXT NULL,
    UwlrAutorisatiesleutel BLOB NULL,
    OpgeschortMoment TEXT NULL,
    OpgeschortDoor TEXT NULL,
    OpgeschortReden TEXT NULL,
    Gemaakt TEXT NOT NULL,
    Versie INTEGER NOT NULL
) WITHOUT ROWID;

INSERT INTO Koppelingen_KoppelingNieuw (SchoolId, Las, Schooldomein, WebserviceGebruiker, WebserviceWachtwoord,
    UwlrEndpoint, UwlrAutorisatiesleutel, Gemaakt, Versie)
SELECT SchoolId, Las, Schooldomein, WebserviceGebruiker, WebserviceWachtwoord,
    UwlrEndpoint, UwlrAutorisatiesleutel, Gemaakt, Versie
FROM Koppelingen_Koppeling;

DROP TABLE Koppelingen_Koppeling;

ALTER TABLE Koppelingen_KoppelingNieuw RENAME TO Koppelingen_Koppeling;

-- Where each gate stands; a gate without a row is open and has no history.
CREATE TABLE IF NOT EXISTS Koppelingen_Poort (
    SchoolId BLOB NOT NULL REFERENCES Koppelingen_Koppeling (SchoolId),
    Poort INTEGER NOT NULL,
    Status INTEGER NOT NULL,
    Moment TEXT NOT NULL,
    Door TEXT NOT NULL,
    Bewijs TEXT NOT NULL,
    PRIMARY KEY (SchoolId, Poort)
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS IX_Koppelingen_Poort_Status ON Koppelingen_Poort (Poort, Status);

-- What happened to the gates. Rows are added, never changed or removed.
CREATE TABLE IF NOT EXISTS Koppelingen_Gebeurtenis (
    SchoolId BLOB NOT NULL REFERENCES Koppelingen_Koppeling (SchoolId),
    Id BLOB NOT NULL,
    Poort INTEGER NOT NULL,
    Van INTEGER NOT NULL,
    Naar INTEGER NOT NULL,
    Moment TEXT NOT NULL,
    Door TEXT NOT NULL,
    Bewijs TEXT NOT NULL,
    PRIMARY KEY (SchoolId, Id)
) WITHOUT ROWID;

-- The latest diagnosis of each koppeling.
CREATE TABLE IF NOT EXISTS Koppelingen_Proef (
    SchoolId BLOB NOT NULL PRIMARY KEY REFERENCES Koppelingen_Koppeling (SchoolId),
    Moment TEXT NOT NULL,
    Door TEXT NOT NULL,
    Geslaagd INTEGER NOT NULL,
    Controles BLOB NOT NULL
) WITHOUT ROWID;
