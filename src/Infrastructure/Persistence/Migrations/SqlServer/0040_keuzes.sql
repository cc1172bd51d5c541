-- Who archived a leerling in Numo, and when; NULL when nobody did.
SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT OFF;
GO

IF COL_LENGTH(N'Leerlingen_Leerling', N'GearchiveerdDoor') IS NULL
ALTER TABLE Leerlingen_Leerling ADD GearchiveerdDoor nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL;
GO

IF COL_LENGTH(N'Leerlingen_Leerling', N'GearchiveerdMoment') IS NULL
ALTER TABLE Leerlingen_Leerling ADD GearchiveerdMoment datetimeoffset(7) NULL;
GO

-- Groepen are those of one school year, so a lock on them holds in that year alone.
IF COL_LENGTH(N'Leerlingen_Leerling', N'GroepenVergrendeldIn') IS NULL
ALTER TABLE Leerlingen_Leerling ADD GroepenVergrendeldIn int NULL;
GO

IF COL_LENGTH(N'Leerlingen_Docent', N'GroepenVergrendeldIn') IS NULL
ALTER TABLE Leerlingen_Docent ADD GroepenVergrendeldIn int NULL;
GO

-- How the person of a row moves (1 groep, 2 vestiging, 4 samengestelde groepen), and whether a field is locked.
IF COL_LENGTH(N'Importeren_Regel', N'Verplaatsing') IS NULL
ALTER TABLE Importeren_Regel ADD Verplaatsing int NOT NULL CONSTRAINT DF_Importeren_Regel_Verplaatsing DEFAULT 0;
GO

IF COL_LENGTH(N'Importeren_Regel', N'Vergrendeld') IS NULL
ALTER TABLE Importeren_Regel ADD Vergrendeld int NOT NULL CONSTRAINT DF_Importeren_Regel_Vergrendeld DEFAULT 0;
GO

-- What people decided of conflicts, found by the delivered person's strongest key.
IF OBJECT_ID(N'Importeren_Beslissing', N'U') IS NULL
CREATE TABLE Importeren_Beslissing (
    SchoolId binary(16) NOT NULL,
    Id binary(16) NOT NULL,
    Persoon int NOT NULL,
    SleutelVeld int NOT NULL,
    SleutelWaarde nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Soort int NOT NULL,
    Inhoud varbinary(max) NOT NULL,
    Door nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Moment datetimeoffset(7) NOT NULL,
    CONSTRAINT FK_Importeren_Beslissing_School FOREIGN KEY (SchoolId) REFERENCES Scholen_School (Id),
    CONSTRAINT PK_Importeren_Beslissing PRIMARY KEY (SchoolId, Id)
);
GO

IF NOT EXISTS (
    SELECT 1 FROM sys.indexes
    WHERE name = N'UX_Importeren_Beslissing_Sleutel' AND object_id = OBJECT_ID(N'Importeren_Beslissing'))
CREATE UNIQUE INDEX UX_Importeren_Beslissing_Sleutel
    ON Importeren_Beslissing (SchoolId, Persoon, SleutelVeld, SleutelWaarde);
GO
