SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT OFF;
GO

IF OBJECT_ID(N'Importeren_Run', N'U') IS NULL
CREATE TABLE Importeren_Run (
    SchoolId binary(16) NOT NULL,
    Id binary(16) NOT NULL,
    Bron int NOT NULL,
    State int NOT NULL,
    Schooljaar int NOT NULL,
    AangevraagdDoor nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Aangevraagd datetimeoffset(7) NOT NULL,
    LeaseTot datetimeoffset(7) NOT NULL,
    Gelezen int NOT NULL,
    Uitkomst varbinary(max) NULL,
    Groepen varbinary(max) NULL,
    FoutCode nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    FoutTekst nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    Actiehouder int NOT NULL,
    Vergeleken datetimeoffset(7) NULL,
    Vrijgegeven datetimeoffset(7) NULL,
    Beeindigd datetimeoffset(7) NULL,
    ToegepasteSoorten nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Versie bigint NOT NULL,
    CONSTRAINT FK_Importeren_Run_School FOREIGN KEY (SchoolId) REFERENCES Scholen_School (Id),
    CONSTRAINT PK_Importeren_Run PRIMARY KEY (SchoolId, Id)
);
GO

-- One run per school fetches (1) or compares (2) at a time, over all processes.
IF NOT EXISTS (
    SELECT 1 FROM sys.indexes WHERE name = N'UX_Importeren_Run_Bezig' AND object_id = OBJECT_ID(N'Importeren_Run'))
CREATE UNIQUE INDEX UX_Importeren_Run_Bezig ON Importeren_Run (SchoolId)
    WHERE State IN (1, 2);
GO

IF OBJECT_ID(N'Importeren_Regel', N'U') IS NULL
CREATE TABLE Importeren_Regel (
    SchoolId binary(16) NOT NULL,
    RunId binary(16) NOT NULL,
    Nummer int NOT NULL,
    Persoon int NOT NULL,
    Soort int NOT NULL,
    AccountId binary(16) NULL,
    HeeftMelding int NOT NULL,
    Inhoud varbinary(max) NOT NULL,
    CONSTRAINT PK_Importeren_Regel PRIMARY KEY (SchoolId, RunId, Nummer),
    CONSTRAINT FK_Importeren_Regel_Run FOREIGN KEY (SchoolId, RunId)
        REFERENCES Importeren_Run (SchoolId, Id)
);
GO
