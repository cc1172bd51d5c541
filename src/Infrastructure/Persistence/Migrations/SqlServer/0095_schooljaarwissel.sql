-- The school year of the import that made an account or brought it back last: in one that has not begun, the person comes later.
SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT OFF;
GO

IF COL_LENGTH(N'Leerlingen_Leerling', N'Instroom') IS NULL
ALTER TABLE Leerlingen_Leerling ADD Instroom int NULL;
GO

IF COL_LENGTH(N'Leerlingen_Docent', N'Instroom') IS NULL
ALTER TABLE Leerlingen_Docent ADD Instroom int NULL;
GO

IF COL_LENGTH(N'Leerlingen_LeerlingHerstel', N'Instroom') IS NULL
ALTER TABLE Leerlingen_LeerlingHerstel ADD Instroom int NULL;
GO

IF COL_LENGTH(N'Leerlingen_DocentHerstel', N'Instroom') IS NULL
ALTER TABLE Leerlingen_DocentHerstel ADD Instroom int NULL;
GO

IF COL_LENGTH(N'Leerlingen_LeerlingSamenvoeging', N'Instroom') IS NULL
ALTER TABLE Leerlingen_LeerlingSamenvoeging ADD Instroom int NULL;
GO

IF COL_LENGTH(N'Leerlingen_DocentSamenvoeging', N'Instroom') IS NULL
ALTER TABLE Leerlingen_DocentSamenvoeging ADD Instroom int NULL;
GO

-- Whom an earlier version prepared: who is in groepen of the last school year only.
UPDATE Leerlingen_Leerling
SET Instroom = (
    SELECT MIN(g.Schooljaar)
    FROM Leerlingen_LeerlingGroep AS lg
    INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = lg.SchoolId AND g.Id = lg.GroepId
    WHERE lg.SchoolId = Leerlingen_Leerling.SchoolId AND lg.LeerlingId = Leerlingen_Leerling.Id)
WHERE Instroom IS NULL;
GO

UPDATE Leerlingen_Docent
SET Instroom = (
    SELECT MIN(g.Schooljaar)
    FROM Leerlingen_DocentGroep AS dg
    INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = dg.SchoolId AND g.Id = dg.GroepId
    WHERE dg.SchoolId = Leerlingen_Docent.SchoolId AND dg.DocentId = Leerlingen_Docent.Id)
WHERE Instroom IS NULL;
GO

-- The change to a school year at a school: prepared, and agreed. VertrekOp is a day number (days since 0001-01-01).
IF OBJECT_ID(N'Importeren_Wissel', N'U') IS NULL
CREATE TABLE Importeren_Wissel (
    SchoolId binary(16) NOT NULL,
    Schooljaar int NOT NULL,
    VoorbereidMoment datetimeoffset(7) NULL,
    VoorbereidDoor nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    AkkoordMoment datetimeoffset(7) NULL,
    AkkoordDoor nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    VertrekOp int NOT NULL,
    Versie bigint NOT NULL,
    CONSTRAINT PK_Importeren_Wissel PRIMARY KEY (SchoolId, Schooljaar),
    CONSTRAINT FK_Importeren_Wissel_School FOREIGN KEY (SchoolId) REFERENCES Scholen_School (Id)
);
GO

-- What was agreed for a vestiging, and how much of it was used.
IF OBJECT_ID(N'Importeren_Wisselgrens', N'U') IS NULL
CREATE TABLE Importeren_Wisselgrens (
    SchoolId binary(16) NOT NULL,
    Schooljaar int NOT NULL,
    Vestiging nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    MaxVertrek int NOT NULL,
    MaxNieuw int NOT NULL,
    MaxZonderKlas int NOT NULL,
    Vertrokken int NOT NULL,
    Begonnen datetimeoffset(7) NULL,
    Klaar datetimeoffset(7) NULL,
    CONSTRAINT PK_Importeren_Wisselgrens PRIMARY KEY (SchoolId, Schooljaar, Vestiging),
    CONSTRAINT FK_Importeren_Wisselgrens_Wissel FOREIGN KEY (SchoolId, Schooljaar)
        REFERENCES Importeren_Wissel (SchoolId, Schooljaar)
);
GO

-- Who was told of everything is told of this as well.
UPDATE Wijzigingen_Instelling SET Soorten = 7 WHERE Soorten = 3;
GO
