-- The catalogue of vaardigheden, as its data file says it; Versie rises when it is replaced, so that processes read it anew.
CREATE TABLE IF NOT EXISTS Leerplannen_Catalogus (
    Id INTEGER NOT NULL PRIMARY KEY CHECK (Id = 1),
    Versie INTEGER NOT NULL
) WITHOUT ROWID;

INSERT INTO Leerplannen_Catalogus (Id, Versie) VALUES (1, 1);

-- Voorwaarden: codes with spaces between. A code that is in use is never deleted: it becomes Vervallen.
CREATE TABLE IF NOT EXISTS Leerplannen_Vaardigheid (
    Code TEXT NOT NULL PRIMARY KEY,
    Vak TEXT NOT NULL,
    Domein TEXT NOT NULL,
    Niveau TEXT NOT NULL,
    Volgorde INTEGER NOT NULL,
    Naam TEXT NOT NULL,
    Voorwaarden TEXT NULL,
    Vervallen INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

-- Kurve's own leerplan for each doelgroep; Leerjaren are digits, such as 123.
CREATE TABLE IF NOT EXISTS Leerplannen_Standaard (
    Opleiding TEXT NOT NULL,
    Leerjaren TEXT NOT NULL,
    Vak TEXT NOT NULL,
    ActiefTot TEXT NOT NULL,
    Streefniveau TEXT NULL,
    PRIMARY KEY (Opleiding, Leerjaren, Vak)
) WITHOUT ROWID;

-- What a school says at one level in one school year: for a doelgroep (Soort 1), a groep (2) or a leerling (3).
CREATE TABLE IF NOT EXISTS Leerplannen_Leerplan (
    SchoolId BLOB NOT NULL REFERENCES Scholen_School (Id),
    Id BLOB NOT NULL,
    Schooljaar INTEGER NOT NULL,
    Soort INTEGER NOT NULL,
    Opleiding TEXT NULL,
    Leerjaar INTEGER NULL,
    GroepId BLOB NULL,
    LeerlingId BLOB NULL,
    Gewijzigd TEXT NOT NULL,
    Versie INTEGER NOT NULL,
    PRIMARY KEY (SchoolId, Id),
    FOREIGN KEY (SchoolId, GroepId) REFERENCES Leerlingen_Groep (SchoolId, Id),
    FOREIGN KEY (SchoolId, LeerlingId) REFERENCES Leerlingen_Leerling (SchoolId, Id)
) WITHOUT ROWID;

CREATE UNIQUE INDEX IF NOT EXISTS UX_Leerplannen_Leerplan_Doelgroep ON Leerplannen_Leerplan (SchoolId, Schooljaar, Opleiding, Leerjaar) WHERE Opleiding IS NOT NULL;
CREATE UNIQUE INDEX IF NOT EXISTS UX_Leerplannen_Leerplan_Groep ON Leerplannen_Leerplan (SchoolId, GroepId) WHERE GroepId IS NOT NULL;
CREATE UNIQUE INDEX IF NOT EXISTS UX_Leerplannen_Leerplan_Leerling ON Leerplannen_Leerplan (SchoolId, LeerlingId, Schooljaar) WHERE LeerlingId IS NOT NULL;

CREATE TABLE IF NOT EXISTS Leerplannen_Keuze (
    SchoolId BLOB NOT NULL,
    LeerplanId BLOB NOT NULL,
    Vaardigheid TEXT NOT NULL REFERENCES Leerplannen_Vaardigheid (Code),
    Actief INTEGER NOT NULL,
    PRIMARY KEY (SchoolId, LeerplanId, Vaardigheid),
    FOREIGN KEY (SchoolId, LeerplanId) REFERENCES Leerplannen_Leerplan (SchoolId, Id)
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS IX_Leerplannen_Keuze_Vaardigheid ON Leerplannen_Keuze (Vaardigheid);

CREATE TABLE IF NOT EXISTS Leerplannen_Streefniveau (
    SchoolId BLOB NOT NULL,
    LeerplanId BLOB NOT NULL,
    Vak INTEGER NOT NULL,
    Niveau INTEGER NOT NULL,
    PRIMARY KEY (SchoolId, LeerplanId, Vak),
    FOREIGN KEY (SchoolId, LeerplanId) REFERENCES Leerplannen_Leerplan (SchoolId, Id)
) WITHOUT ROWID;

-- Which leerplannen of its school matter to a pupil: of its doelgroep, of each of its groepen, and its own.
CREATE VIEW IF NOT EXISTS Leerplannen_Laag AS
SELECT p.SchoolId, p.Schooljaar, l.Id AS LeerlingId, p.Id AS LeerplanId
FROM Leerplannen_Leerplan AS p
INNER JOIN Leerlingen_Leerling AS l
    ON l.SchoolId = p.SchoolId AND l.Opleiding = p.Opleiding AND l.DoelgroepLeerjaar = p.Leerjaar
UNION ALL
SELECT p.SchoolId, p.Schooljaar, lg.LeerlingId, p.Id AS LeerplanId
FROM Leerplannen_Leerplan AS p
INNER JOIN Leerlingen_LeerlingGroep AS lg ON lg.SchoolId = p.SchoolId AND lg.GroepId = p.GroepId
UNION ALL
SELECT p.SchoolId, p.Schooljaar, p.LeerlingId, p.Id AS LeerplanId
FROM Leerplannen_Leerplan AS p
WHERE p.LeerlingId IS NOT NULL;
