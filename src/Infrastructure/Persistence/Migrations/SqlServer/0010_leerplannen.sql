-- The catalogue of vaardigheden, as its data file says it; Versie rises when it is replaced, so that processes read it anew.
SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT OFF;
GO

IF OBJECT_ID(N'Leerplannen_Catalogus', N'U') IS NULL
CREATE TABLE Leerplannen_Catalogus (
    Id int NOT NULL,
    Versie bigint NOT NULL,
    CONSTRAINT PK_Leerplannen_Catalogus PRIMARY KEY (Id),
    CONSTRAINT CK_Leerplannen_Catalogus_Id CHECK (Id = 1)
);
GO

INSERT INTO Leerplannen_Catalogus (Id, Versie)
SELECT 1, 1
WHERE NOT EXISTS (SELECT 1 FROM Leerplannen_Catalogus);
GO

-- Voorwaarden: codes with spaces between. A code that is in use is never deleted: it becomes Vervallen.
IF OBJECT_ID(N'Leerplannen_Vaardigheid', N'U') IS NULL
CREATE TABLE Leerplannen_Vaardigheid (
    Code nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Vak nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Domein nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Niveau nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Volgorde int NOT NULL,
    Naam nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Voorwaarden nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    Vervallen int NOT NULL CONSTRAINT DF_Leerplannen_Vaardigheid_Vervallen DEFAULT 0,
    CONSTRAINT PK_Leerplannen_Vaardigheid PRIMARY KEY (Code)
);
GO

-- Kurve's own leerplan for each doelgroep; Leerjaren are digits, such as 123.
IF OBJECT_ID(N'Leerplannen_Standaard', N'U') IS NULL
CREATE TABLE Leerplannen_Standaard (
    Opleiding nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Leerjaren nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Vak nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    ActiefTot nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Streefniveau nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT PK_Leerplannen_Standaard PRIMARY KEY (Opleiding, Leerjaren, Vak)
);
GO

-- What a school says at one level in one school year: for a doelgroep (Soort 1), a groep (2) or a leerling (3).
IF OBJECT_ID(N'Leerplannen_Leerplan', N'U') IS NULL
CREATE TABLE Leerplannen_Leerplan (
    SchoolId binary(16) NOT NULL,
    Id binary(16) NOT NULL,
    Schooljaar int NOT NULL,
    Soort int NOT NULL,
    Opleiding nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    Leerjaar int NULL,
    GroepId binary(16) NULL,
    LeerlingId binary(16) NULL,
    Gewijzigd datetimeoffset(7) NOT NULL,
    Versie bigint NOT NULL,
    CONSTRAINT FK_Leerplannen_Leerplan_School FOREIGN KEY (SchoolId) REFERENCES Scholen_School (Id),
    CONSTRAINT PK_Leerplannen_Leerplan PRIMARY KEY (SchoolId, Id),
    CONSTRAINT FK_Leerplannen_Leerplan_Groep FOREIGN KEY (SchoolId, GroepId)
        REFERENCES Leerlingen_Groep (SchoolId, Id),
    CONSTRAINT FK_Leerplannen_Leerplan_Leerling FOREIGN KEY (SchoolId, LeerlingId)
        REFERENCES Leerlingen_Leerling (SchoolId, Id)
);
GO

IF NOT EXISTS (
    SELECT 1 FROM sys.indexes WHERE name = N'UX_Leerplannen_Leerplan_Doelgroep' AND object_id = OBJECT_ID(N'Leerplannen_Leerplan'))
CREATE UNIQUE INDEX UX_Leerplannen_Leerplan_Doelgroep ON Leerplannen_Leerplan (SchoolId, Schooljaar, Opleiding, Leerjaar)
    WHERE Opleiding IS NOT NULL;
GO
IF NOT EXISTS (
    SELECT 1 FROM sys.indexes WHERE name = N'UX_Leerplannen_Leerplan_Groep' AND object_id = OBJECT_ID(N'Leerplannen_Leerplan'))
CREATE UNIQUE INDEX UX_Leerplannen_Leerplan_Groep ON Leerplannen_Leerplan (SchoolId, GroepId)
    WHERE GroepId IS NOT NULL;
GO
IF NOT EXISTS (
    SELECT 1 FROM sys.indexes WHERE name = N'UX_Leerplannen_Leerplan_Leerling' AND object_id = OBJECT_ID(N'Leerplannen_Leerplan'))
CREATE UNIQUE INDEX UX_Leerplannen_Leerplan_Leerling ON Leerplannen_Leerplan (SchoolId, LeerlingId, Schooljaar)
    WHERE LeerlingId IS NOT NULL;
GO

IF OBJECT_ID(N'Leerplannen_Keuze', N'U') IS NULL
CREATE TABLE Leerplannen_Keuze (
    SchoolId binary(16) NOT NULL,
    LeerplanId binary(16) NOT NULL,
    Vaardigheid nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Actief int NOT NULL,
    CONSTRAINT FK_Leerplannen_Keuze_Vaardigheid FOREIGN KEY (Vaardigheid) REFERENCES Leerplannen_Vaardigheid (Code),
    CONSTRAINT PK_Leerplannen_Keuze PRIMARY KEY (SchoolId, LeerplanId, Vaardigheid),
    CONSTRAINT FK_Leerplannen_Keuze_Leerplan FOREIGN KEY (SchoolId, LeerplanId)
        REFERENCES Leerplannen_Leerplan (SchoolId, Id)
);
GO

IF NOT EXISTS (
    SELECT 1 FROM sys.indexes WHERE name = N'IX_Leerplannen_Keuze_Vaardigheid' AND object_id = OBJECT_ID(N'Leerplannen_Keuze'))
CREATE INDEX IX_Leerplannen_Keuze_Vaardigheid ON Leerplannen_Keuze (Vaardigheid);
GO

IF OBJECT_ID(N'Leerplannen_Streefniveau', N'U') IS NULL
CREATE TABLE Leerplannen_Streefniveau (
    SchoolId binary(16) NOT NULL,
    LeerplanId binary(16) NOT NULL,
    Vak int NOT NULL,
    Niveau int NOT NULL,
    CONSTRAINT PK_Leerplannen_Streefniveau PRIMARY KEY (SchoolId, LeerplanId, Vak),
    CONSTRAINT FK_Leerplannen_Streefniveau_Leerplan FOREIGN KEY (SchoolId, LeerplanId)
        REFERENCES Leerplannen_Leerplan (SchoolId, Id)
);
GO

-- Which leerplannen of its school matter to a pupil: of its doelgroep, of each of its groepen, and its own.
IF OBJECT_ID(N'Leerplannen_Laag', N'V') IS NOT NULL
DROP VIEW Leerplannen_Laag;
GO

CREATE VIEW Leerplannen_Laag AS
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
GO
