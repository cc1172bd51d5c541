-- Ids are UUIDv7 as 16 bytes, most significant first: they sort by age on every engine. Moments are datetimeoffset in UTC.
-- Every text says its collation: BIN2 compares and sorts as SQLite's BINARY does, whatever the database's own default is.
-- The options are those that filtered indexes need; the driver has them on, tools that run these scripts by hand may not.
SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT OFF;
GO

IF OBJECT_ID(N'Scholen_School', N'U') IS NULL
CREATE TABLE Scholen_School (
    Id binary(16) NOT NULL,
    Naam nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Brin nvarchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Sector int NOT NULL,
    Geregistreerd datetimeoffset(7) NOT NULL,
    Gesloten datetimeoffset(7) NULL,
    Versie bigint NOT NULL,
    CONSTRAINT PK_Scholen_School PRIMARY KEY (Id)
);
GO

IF NOT EXISTS (
    SELECT 1 FROM sys.indexes WHERE name = N'UX_Scholen_School_Brin' AND object_id = OBJECT_ID(N'Scholen_School'))
CREATE UNIQUE INDEX UX_Scholen_School_Brin ON Scholen_School (Brin)
    WHERE Gesloten IS NULL;
GO

IF OBJECT_ID(N'Scholen_Vestiging', N'U') IS NULL
CREATE TABLE Scholen_Vestiging (
    SchoolId binary(16) NOT NULL,
    Nummer nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT FK_Scholen_Vestiging_School FOREIGN KEY (SchoolId) REFERENCES Scholen_School (Id),
    CONSTRAINT PK_Scholen_Vestiging PRIMARY KEY (SchoolId, Nummer)
);
GO

IF OBJECT_ID(N'Koppelingen_Koppeling', N'U') IS NULL
CREATE TABLE Koppelingen_Koppeling (
    SchoolId binary(16) NOT NULL,
    Las int NOT NULL,
    Schooldomein nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    WebserviceGebruiker nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    WebserviceWachtwoord varbinary(max) NOT NULL,
    UwlrEndpoint nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    UwlrAutorisatiesleutel varbinary(max) NULL,
    Actief int NOT NULL,
    Gemaakt datetimeoffset(7) NOT NULL,
    Versie bigint NOT NULL,
    CONSTRAINT PK_Koppelingen_Koppeling PRIMARY KEY (SchoolId),
    CONSTRAINT FK_Koppelingen_Koppeling_School FOREIGN KEY (SchoolId) REFERENCES Scholen_School (Id)
);
GO

IF OBJECT_ID(N'Shared_Verzoek', N'U') IS NULL
CREATE TABLE Shared_Verzoek (
    Subject nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    RequestId binary(16) NOT NULL,
    RequestHash nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Antwoord varbinary(max) NOT NULL,
    Moment datetimeoffset(7) NOT NULL,
    CONSTRAINT PK_Shared_Verzoek PRIMARY KEY (Subject, RequestId)
);
GO

IF OBJECT_ID(N'Privacy_Audit', N'U') IS NULL
CREATE TABLE Privacy_Audit (
    Id binary(16) NOT NULL,
    Moment datetimeoffset(7) NOT NULL,
    Subject nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Actie nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    SchoolId binary(16) NULL,
    Aantal int NOT NULL,
    CONSTRAINT PK_Privacy_Audit PRIMARY KEY (Id)
);
GO

IF NOT EXISTS (
    SELECT 1 FROM sys.indexes WHERE name = N'IX_Privacy_Audit_School' AND object_id = OBJECT_ID(N'Privacy_Audit'))
CREATE INDEX IX_Privacy_Audit_School ON Privacy_Audit (SchoolId, Id);
GO
