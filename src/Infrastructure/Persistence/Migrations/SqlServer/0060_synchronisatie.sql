SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT OFF;
GO

-- Leases: what one process at a time holds. The fencing number rises with each taking.
IF OBJECT_ID(N'Synchronisatie_Lease', N'U') IS NULL
CREATE TABLE Synchronisatie_Lease (
    Naam nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Fencing int NOT NULL,
    Houder nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Tot datetimeoffset(7) NOT NULL,
    CONSTRAINT PK_Synchronisatie_Lease PRIMARY KEY (Naam)
);
GO

-- What a school wants of its nightly sync; a school without a row has the standard.
IF OBJECT_ID(N'Synchronisatie_Beleid', N'U') IS NULL
CREATE TABLE Synchronisatie_Beleid (
    SchoolId binary(16) NOT NULL,
    Soorten nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    PauzeMoment datetimeoffset(7) NULL,
    PauzeDoor nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    PauzeReden nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    Door nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Gewijzigd datetimeoffset(7) NOT NULL,
    Versie bigint NOT NULL,
    CONSTRAINT PK_Synchronisatie_Beleid PRIMARY KEY (SchoolId),
    CONSTRAINT FK_Synchronisatie_Beleid_School FOREIGN KEY (SchoolId) REFERENCES Scholen_School (Id)
);
GO

-- One sync of one school. Nacht is a day number (days since 0001-01-01); number 0 is that of the night, of which the key
-- allows one.
IF OBJECT_ID(N'Synchronisatie_Ronde', N'U') IS NULL
CREATE TABLE Synchronisatie_Ronde (
    SchoolId binary(16) NOT NULL,
    Nacht int NOT NULL,
    Volgnummer int NOT NULL,
    GevraagdDoor nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Gevraagd datetimeoffset(7) NOT NULL,
    Begonnen datetimeoffset(7) NULL,
    Beeindigd datetimeoffset(7) NULL,
    NietVoor datetimeoffset(7) NULL,
    Pogingen int NOT NULL,
    Fencing int NOT NULL,
    RunId binary(16) NULL,
    Uitkomst int NOT NULL,
    FoutCode nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    FoutTekst nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    Actiehouder int NOT NULL,
    CONSTRAINT PK_Synchronisatie_Ronde PRIMARY KEY (SchoolId, Nacht, Volgnummer),
    CONSTRAINT FK_Synchronisatie_Ronde_School FOREIGN KEY (SchoolId) REFERENCES Scholen_School (Id)
);
GO

IF NOT EXISTS (
    SELECT 1 FROM sys.indexes
    WHERE name = N'IX_Synchronisatie_Ronde_Open' AND object_id = OBJECT_ID(N'Synchronisatie_Ronde'))
CREATE INDEX IX_Synchronisatie_Ronde_Open ON Synchronisatie_Ronde (SchoolId)
    WHERE Uitkomst = 0;
GO
