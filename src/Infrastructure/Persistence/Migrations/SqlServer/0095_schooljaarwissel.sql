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

-- Whom an earlier version prepared: who was made since an import of the first school year in which they have a groep.
UPDATE Leerlingen_Leerling
SET Instroom = (
    SELECT MIN(g.Schooljaar)
    FROM Leerlingen_LeerlingGroep AS m
    INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = m.SchoolId AND g.Id = m.GroepId
    WHERE m.SchoolId = Leerlingen_Leerling.SchoolId AND m.LeerlingId = Leerlingen_Leerling.Id)
WHERE EXISTS (
    SELECT 1
    FROM Leerlingen_LeerlingGroep AS m
    INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = m.SchoolId AND g.Id = m.GroepId
    INNER JOIN Importeren_Run AS r ON r.SchoolId = g.SchoolId AND r.Schooljaar = g.Schooljaar
    WHERE m.SchoolId = Leerlingen_Leerling.SchoolId AND m.LeerlingId = Leerlingen_Leerling.Id
        AND r.State = 6 AND r.Aangevraagd <= Leerlingen_Leerling.Gemaakt
        AND g.Schooljaar = (
            SELECT MIN(e.Schooljaar)
            FROM Leerlingen_LeerlingGroep AS n
            INNER JOIN Leerlingen_Groep AS e ON e.SchoolId = n.SchoolId AND e.Id = n.GroepId
            WHERE n.SchoolId = m.SchoolId AND n.LeerlingId = m.LeerlingId));
GO

UPDATE Leerlingen_Docent
SET Instroom = (
    SELECT MIN(g.Schooljaar)
    FROM Leerlingen_DocentGroep AS m
    INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = m.SchoolId AND g.Id = m.GroepId
    WHERE m.SchoolId = Leerlingen_Docent.SchoolId AND m.DocentId = Leerlingen_Docent.Id)
WHERE EXISTS (
    SELECT 1
    FROM Leerlingen_DocentGroep AS m
    INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = m.SchoolId AND g.Id = m.GroepId
    INNER JOIN Importeren_Run AS r ON r.SchoolId = g.SchoolId AND r.Schooljaar = g.Schooljaar
    WHERE m.SchoolId = Leerlingen_Docent.SchoolId AND m.DocentId = Leerlingen_Docent.Id
        AND r.State = 6 AND r.Aangevraagd <= Leerlingen_Docent.Gemaakt
        AND g.Schooljaar = (
            SELECT MIN(e.Schooljaar)
            FROM Leerlingen_DocentGroep AS n
            INNER JOIN Leerlingen_Groep AS e ON e.SchoolId = n.SchoolId AND e.Id = n.GroepId
            WHERE n.SchoolId = m.SchoolId AND n.DocentId = m.DocentId));
GO

UPDATE Leerlingen_LeerlingHerstel
SET Instroom = (
    SELECT p.Instroom
    FROM Leerlingen_Leerling AS p
    WHERE p.SchoolId = Leerlingen_LeerlingHerstel.SchoolId AND p.Id = Leerlingen_LeerlingHerstel.Id);
GO

UPDATE Leerlingen_LeerlingSamenvoeging
SET Instroom = (
    SELECT p.Instroom
    FROM Leerlingen_Leerling AS p
    WHERE p.SchoolId = Leerlingen_LeerlingSamenvoeging.SchoolId AND p.Id = Leerlingen_LeerlingSamenvoeging.Id);
GO

UPDATE Leerlingen_DocentHerstel
SET Instroom = (
    SELECT p.Instroom
    FROM Leerlingen_Docent AS p
    WHERE p.SchoolId = Leerlingen_DocentHerstel.SchoolId AND p.Id = Leerlingen_DocentHerstel.Id);
GO

UPDATE Leerlingen_DocentSamenvoeging
SET Instroom = (
    SELECT p.Instroom
    FROM Leerlingen_Docent AS p
    WHERE p.SchoolId = Leerlingen_DocentSamenvoeging.SchoolId AND p.Id = Leerlingen_DocentSamenvoeging.Id);
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

-- What is (IsAkkoord 1) or was agreed for a vestiging, and what was done by it.
IF OBJECT_ID(N'Importeren_Wisselgrens', N'U') IS NULL
CREATE TABLE Importeren_Wisselgrens (
    SchoolId binary(16) NOT NULL,
    Schooljaar int NOT NULL,
    Vestiging nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    IsAkkoord int NOT NULL,
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
