-- The account that this one was merged with and that stays; NULL when it stands for itself.
SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT OFF;
GO

IF COL_LENGTH(N'Leerlingen_Leerling', N'SamengevoegdMet') IS NULL
ALTER TABLE Leerlingen_Leerling ADD SamengevoegdMet binary(16) NULL;
GO

IF NOT EXISTS (
    SELECT 1 FROM sys.indexes
    WHERE name = N'IX_Leerlingen_Leerling_SamengevoegdMet' AND object_id = OBJECT_ID(N'Leerlingen_Leerling'))
CREATE INDEX IX_Leerlingen_Leerling_SamengevoegdMet
    ON Leerlingen_Leerling (SchoolId, SamengevoegdMet) WHERE SamengevoegdMet IS NOT NULL;
GO

IF COL_LENGTH(N'Leerlingen_Docent', N'SamengevoegdMet') IS NULL
ALTER TABLE Leerlingen_Docent ADD SamengevoegdMet binary(16) NULL;
GO

IF NOT EXISTS (
    SELECT 1 FROM sys.indexes
    WHERE name = N'IX_Leerlingen_Docent_SamengevoegdMet' AND object_id = OBJECT_ID(N'Leerlingen_Docent'))
CREATE INDEX IX_Leerlingen_Docent_SamengevoegdMet
    ON Leerlingen_Docent (SchoolId, SamengevoegdMet) WHERE SamengevoegdMet IS NOT NULL;
GO

-- Two accounts that were merged, by the one that was archived by it. Persoon 1: leerling, 2: docent.
IF OBJECT_ID(N'Leerlingen_Samenvoeging', N'U') IS NULL
CREATE TABLE Leerlingen_Samenvoeging (
    SchoolId binary(16) NOT NULL,
    VervaltId binary(16) NOT NULL,
    Persoon int NOT NULL,
    BlijftId binary(16) NOT NULL,
    Door nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Moment datetimeoffset(7) NOT NULL,
    CONSTRAINT PK_Leerlingen_Samenvoeging PRIMARY KEY (SchoolId, VervaltId),
    CONSTRAINT FK_Leerlingen_Samenvoeging_School FOREIGN KEY (SchoolId) REFERENCES Scholen_School (Id)
);
GO

-- What both accounts were before, and the version that the merge gave them, so that it can be undone.
IF OBJECT_ID(N'Leerlingen_LeerlingSamenvoeging', N'U') IS NULL
CREATE TABLE Leerlingen_LeerlingSamenvoeging (
    SchoolId binary(16) NOT NULL,
    VervaltId binary(16) NOT NULL,
    Id binary(16) NOT NULL,
    VersieVoor bigint NOT NULL,
    VersieNa bigint NOT NULL,
    Status int NOT NULL,
    Vestiging nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    EckId nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    UwlrKey nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    Stamnummer nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    StamnummerCanoniek nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    IdGebr nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    Roepnaam nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    Voorvoegsel nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    Achternaam nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    Leerjaar int NULL,
    Opleidingscode nvarchar(4000) COLLATE Latin1_General_100_BIN2 NULL,
    Opleiding nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    DoelgroepLeerjaar int NULL,
    Vergrendeld int NOT NULL,
    GroepenVergrendeldIn int NULL,
    GearchiveerdDoor nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    GearchiveerdMoment datetimeoffset(7) NULL,
    CONSTRAINT PK_Leerlingen_LeerlingSamenvoeging PRIMARY KEY (SchoolId, VervaltId, Id),
    CONSTRAINT FK_Leerlingen_LeerlingSamenvoeging_Samenvoeging FOREIGN KEY (SchoolId, VervaltId) REFERENCES Leerlingen_Samenvoeging (SchoolId, VervaltId)
);
GO

IF OBJECT_ID(N'Leerlingen_DocentSamenvoeging', N'U') IS NULL
CREATE TABLE Leerlingen_DocentSamenvoeging (
    SchoolId binary(16) NOT NULL,
    VervaltId binary(16) NOT NULL,
    Id binary(16) NOT NULL,
    VersieVoor bigint NOT NULL,
    VersieNa bigint NOT NULL,
    Status int NOT NULL,
    Vestiging nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    EckId nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    UwlrKey nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    Roepnaam nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    Voorvoegsel nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    Achternaam nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    Email nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    Vergrendeld int NOT NULL,
    GroepenVergrendeldIn int NULL,
    GearchiveerdDoor nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    GearchiveerdMoment datetimeoffset(7) NULL,
    CONSTRAINT PK_Leerlingen_DocentSamenvoeging PRIMARY KEY (SchoolId, VervaltId, Id),
    CONSTRAINT FK_Leerlingen_DocentSamenvoeging_Samenvoeging FOREIGN KEY (SchoolId, VervaltId) REFERENCES Leerlingen_Samenvoeging (SchoolId, VervaltId)
);
GO

-- The groepen that the account that stays got (Erbij 1) or gave up (0).
IF OBJECT_ID(N'Leerlingen_LidSamenvoeging', N'U') IS NULL
CREATE TABLE Leerlingen_LidSamenvoeging (
    SchoolId binary(16) NOT NULL,
    VervaltId binary(16) NOT NULL,
    GroepId binary(16) NOT NULL,
    Erbij int NOT NULL,
    CONSTRAINT PK_Leerlingen_LidSamenvoeging PRIMARY KEY (SchoolId, VervaltId, GroepId),
    CONSTRAINT FK_Leerlingen_LidSamenvoeging_Samenvoeging FOREIGN KEY (SchoolId, VervaltId) REFERENCES Leerlingen_Samenvoeging (SchoolId, VervaltId)
);
GO

-- The leerplannen that went from the archived account to the one that stays, with the version that they then had.
IF OBJECT_ID(N'Leerplannen_Overdracht', N'U') IS NULL
CREATE TABLE Leerplannen_Overdracht (
    SchoolId binary(16) NOT NULL,
    VervaltId binary(16) NOT NULL,
    LeerplanId binary(16) NOT NULL,
    VersieNa bigint NOT NULL,
    CONSTRAINT PK_Leerplannen_Overdracht PRIMARY KEY (SchoolId, VervaltId, LeerplanId),
    CONSTRAINT FK_Leerplannen_Overdracht_Leerplan FOREIGN KEY (SchoolId, LeerplanId) REFERENCES Leerplannen_Leerplan (SchoolId, Id)
);
GO

-- Accounts of which a person said that they are two persons; EneId is the lower one. Persoon as above.
IF OBJECT_ID(N'Leerlingen_Verschil', N'U') IS NULL
CREATE TABLE Leerlingen_Verschil (
    SchoolId binary(16) NOT NULL,
    Id binary(16) NOT NULL,
    Persoon int NOT NULL,
    EneId binary(16) NOT NULL,
    AndereId binary(16) NOT NULL,
    Reden nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    Door nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Moment datetimeoffset(7) NOT NULL,
    CONSTRAINT PK_Leerlingen_Verschil PRIMARY KEY (SchoolId, Id),
    CONSTRAINT FK_Leerlingen_Verschil_School FOREIGN KEY (SchoolId) REFERENCES Scholen_School (Id)
);
GO

IF NOT EXISTS (
    SELECT 1 FROM sys.indexes WHERE name = N'UX_Leerlingen_Verschil_Paar' AND object_id = OBJECT_ID(N'Leerlingen_Verschil'))
CREATE UNIQUE INDEX UX_Leerlingen_Verschil_Paar ON Leerlingen_Verschil (SchoolId, EneId, AndereId);
GO
