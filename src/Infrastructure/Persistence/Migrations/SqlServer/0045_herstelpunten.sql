-- A herstelpunt: what the accounts and groepen that one run touched were before it, and the version that it gave them, so
-- that the run can be undone. Regel is the row of the run. Of a new account (Nieuw 1) there is nothing before.
SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT OFF;
GO

IF OBJECT_ID(N'Leerlingen_LeerlingHerstel', N'U') IS NULL
CREATE TABLE Leerlingen_LeerlingHerstel (
    SchoolId binary(16) NOT NULL,
    RunId binary(16) NOT NULL,
    Id binary(16) NOT NULL,
    Regel int NOT NULL,
    Nieuw int NOT NULL,
    GroepenGewijzigd int NOT NULL,
    VersieVoor bigint NOT NULL,
    VersieNa bigint NOT NULL,
    Status int NULL,
    Vestiging nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
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
    CONSTRAINT PK_Leerlingen_LeerlingHerstel PRIMARY KEY (SchoolId, RunId, Id),
    CONSTRAINT FK_Leerlingen_LeerlingHerstel_Run FOREIGN KEY (SchoolId, RunId)
        REFERENCES Importeren_Run (SchoolId, Id)
);
GO

IF NOT EXISTS (
    SELECT 1 FROM sys.indexes WHERE name = N'IX_Leerlingen_LeerlingHerstel_Regel' AND object_id = OBJECT_ID(N'Leerlingen_LeerlingHerstel'))
CREATE INDEX IX_Leerlingen_LeerlingHerstel_Regel ON Leerlingen_LeerlingHerstel (SchoolId, RunId, Regel);
GO

IF OBJECT_ID(N'Leerlingen_DocentHerstel', N'U') IS NULL
CREATE TABLE Leerlingen_DocentHerstel (
    SchoolId binary(16) NOT NULL,
    RunId binary(16) NOT NULL,
    Id binary(16) NOT NULL,
    Regel int NOT NULL,
    Nieuw int NOT NULL,
    GroepenGewijzigd int NOT NULL,
    VersieVoor bigint NOT NULL,
    VersieNa bigint NOT NULL,
    Status int NULL,
    Vestiging nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    EckId nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    UwlrKey nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    Roepnaam nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    Voorvoegsel nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    Achternaam nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    Email nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT PK_Leerlingen_DocentHerstel PRIMARY KEY (SchoolId, RunId, Id),
    CONSTRAINT FK_Leerlingen_DocentHerstel_Run FOREIGN KEY (SchoolId, RunId)
        REFERENCES Importeren_Run (SchoolId, Id)
);
GO

IF NOT EXISTS (
    SELECT 1 FROM sys.indexes WHERE name = N'IX_Leerlingen_DocentHerstel_Regel' AND object_id = OBJECT_ID(N'Leerlingen_DocentHerstel'))
CREATE INDEX IX_Leerlingen_DocentHerstel_Regel ON Leerlingen_DocentHerstel (SchoolId, RunId, Regel);
GO

-- Soort 1: leerling, 2: docent. The groepen of the run's school year that the person was in.
IF OBJECT_ID(N'Leerlingen_LidHerstel', N'U') IS NULL
CREATE TABLE Leerlingen_LidHerstel (
    SchoolId binary(16) NOT NULL,
    RunId binary(16) NOT NULL,
    Soort int NOT NULL,
    PersoonId binary(16) NOT NULL,
    GroepId binary(16) NOT NULL,
    CONSTRAINT PK_Leerlingen_LidHerstel PRIMARY KEY (SchoolId, RunId, Soort, PersoonId, GroepId),
    CONSTRAINT FK_Leerlingen_LidHerstel_Run FOREIGN KEY (SchoolId, RunId)
        REFERENCES Importeren_Run (SchoolId, Id)
);
GO

IF OBJECT_ID(N'Leerlingen_GroepHerstel', N'U') IS NULL
CREATE TABLE Leerlingen_GroepHerstel (
    SchoolId binary(16) NOT NULL,
    RunId binary(16) NOT NULL,
    Id binary(16) NOT NULL,
    Nieuw int NOT NULL,
    Soort int NULL,
    Naam nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    Leerjaar int NULL,
    Status int NULL,
    CONSTRAINT PK_Leerlingen_GroepHerstel PRIMARY KEY (SchoolId, RunId, Id),
    CONSTRAINT FK_Leerlingen_GroepHerstel_Run FOREIGN KEY (SchoolId, RunId)
        REFERENCES Importeren_Run (SchoolId, Id)
);
GO

-- What undoing a run left as it was. Soort 1: leerling, 2: docent, 3: groep. Reden 1: changed since, 2: in use, 3: another
-- account has a key of it now.
IF OBJECT_ID(N'Leerlingen_NietHersteld', N'U') IS NULL
CREATE TABLE Leerlingen_NietHersteld (
    SchoolId binary(16) NOT NULL,
    RunId binary(16) NOT NULL,
    Soort int NOT NULL,
    Id binary(16) NOT NULL,
    Reden int NOT NULL,
    CONSTRAINT PK_Leerlingen_NietHersteld PRIMARY KEY (SchoolId, RunId, Soort, Id),
    CONSTRAINT FK_Leerlingen_NietHersteld_Run FOREIGN KEY (SchoolId, RunId)
        REFERENCES Importeren_Run (SchoolId, Id)
);
GO

IF COL_LENGTH(N'Leerlingen_LeerlingStaging', N'Regel') IS NULL
ALTER TABLE Leerlingen_LeerlingStaging ADD Regel int NOT NULL CONSTRAINT DF_Leerlingen_LeerlingStaging_Regel DEFAULT 0;
GO

IF COL_LENGTH(N'Leerlingen_DocentStaging', N'Regel') IS NULL
ALTER TABLE Leerlingen_DocentStaging ADD Regel int NOT NULL CONSTRAINT DF_Leerlingen_DocentStaging_Regel DEFAULT 0;
GO
