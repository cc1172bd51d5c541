SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT OFF;
GO

IF OBJECT_ID(N'Leerlingen_Stand', N'U') IS NULL
CREATE TABLE Leerlingen_Stand (
    SchoolId binary(16) NOT NULL,
    Versie bigint NOT NULL,
    CONSTRAINT PK_Leerlingen_Stand PRIMARY KEY (SchoolId),
    CONSTRAINT FK_Leerlingen_Stand_School FOREIGN KEY (SchoolId) REFERENCES Scholen_School (Id)
);
GO

IF OBJECT_ID(N'Leerlingen_Leerling', N'U') IS NULL
CREATE TABLE Leerlingen_Leerling (
    SchoolId binary(16) NOT NULL,
    Id binary(16) NOT NULL,
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
    Gemaakt datetimeoffset(7) NOT NULL,
    Gewijzigd datetimeoffset(7) NOT NULL,
    Versie bigint NOT NULL,
    CONSTRAINT FK_Leerlingen_Leerling_School FOREIGN KEY (SchoolId) REFERENCES Scholen_School (Id),
    CONSTRAINT PK_Leerlingen_Leerling PRIMARY KEY (SchoolId, Id)
);
GO

-- No key ever names two accounts of one school, archived ones included.
IF NOT EXISTS (
    SELECT 1 FROM sys.indexes WHERE name = N'UX_Leerlingen_Leerling_EckId' AND object_id = OBJECT_ID(N'Leerlingen_Leerling'))
CREATE UNIQUE INDEX UX_Leerlingen_Leerling_EckId ON Leerlingen_Leerling (SchoolId, EckId)
    WHERE EckId IS NOT NULL;
GO
IF NOT EXISTS (
    SELECT 1 FROM sys.indexes WHERE name = N'UX_Leerlingen_Leerling_UwlrKey' AND object_id = OBJECT_ID(N'Leerlingen_Leerling'))
CREATE UNIQUE INDEX UX_Leerlingen_Leerling_UwlrKey ON Leerlingen_Leerling (SchoolId, UwlrKey)
    WHERE UwlrKey IS NOT NULL;
GO
IF NOT EXISTS (
    SELECT 1 FROM sys.indexes WHERE name = N'UX_Leerlingen_Leerling_Stamnummer' AND object_id = OBJECT_ID(N'Leerlingen_Leerling'))
CREATE UNIQUE INDEX UX_Leerlingen_Leerling_Stamnummer ON Leerlingen_Leerling (SchoolId, StamnummerCanoniek)
    WHERE StamnummerCanoniek IS NOT NULL;
GO
IF NOT EXISTS (
    SELECT 1 FROM sys.indexes WHERE name = N'UX_Leerlingen_Leerling_IdGebr' AND object_id = OBJECT_ID(N'Leerlingen_Leerling'))
CREATE UNIQUE INDEX UX_Leerlingen_Leerling_IdGebr ON Leerlingen_Leerling (SchoolId, IdGebr)
    WHERE IdGebr IS NOT NULL;
GO

IF OBJECT_ID(N'Leerlingen_Docent', N'U') IS NULL
CREATE TABLE Leerlingen_Docent (
    SchoolId binary(16) NOT NULL,
    Id binary(16) NOT NULL,
    Status int NOT NULL,
    Vestiging nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    EckId nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    UwlrKey nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    Roepnaam nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    Voorvoegsel nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    Achternaam nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    Email nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    Vergrendeld int NOT NULL,
    Gemaakt datetimeoffset(7) NOT NULL,
    Gewijzigd datetimeoffset(7) NOT NULL,
    Versie bigint NOT NULL,
    CONSTRAINT FK_Leerlingen_Docent_School FOREIGN KEY (SchoolId) REFERENCES Scholen_School (Id),
    CONSTRAINT PK_Leerlingen_Docent PRIMARY KEY (SchoolId, Id)
);
GO

IF NOT EXISTS (
    SELECT 1 FROM sys.indexes WHERE name = N'UX_Leerlingen_Docent_EckId' AND object_id = OBJECT_ID(N'Leerlingen_Docent'))
CREATE UNIQUE INDEX UX_Leerlingen_Docent_EckId ON Leerlingen_Docent (SchoolId, EckId)
    WHERE EckId IS NOT NULL;
GO
IF NOT EXISTS (
    SELECT 1 FROM sys.indexes WHERE name = N'UX_Leerlingen_Docent_UwlrKey' AND object_id = OBJECT_ID(N'Leerlingen_Docent'))
CREATE UNIQUE INDEX UX_Leerlingen_Docent_UwlrKey ON Leerlingen_Docent (SchoolId, UwlrKey)
    WHERE UwlrKey IS NOT NULL;
GO

IF OBJECT_ID(N'Leerlingen_Groep', N'U') IS NULL
CREATE TABLE Leerlingen_Groep (
    SchoolId binary(16) NOT NULL,
    Id binary(16) NOT NULL,
    Schooljaar int NOT NULL,
    Vestiging nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Sleutel nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Soort int NOT NULL,
    Naam nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Leerjaar int NULL,
    Status int NOT NULL,
    CONSTRAINT FK_Leerlingen_Groep_School FOREIGN KEY (SchoolId) REFERENCES Scholen_School (Id),
    CONSTRAINT PK_Leerlingen_Groep PRIMARY KEY (SchoolId, Id)
);
GO

IF NOT EXISTS (
    SELECT 1 FROM sys.indexes WHERE name = N'UX_Leerlingen_Groep_Sleutel' AND object_id = OBJECT_ID(N'Leerlingen_Groep'))
CREATE UNIQUE INDEX UX_Leerlingen_Groep_Sleutel ON Leerlingen_Groep (SchoolId, Schooljaar, Vestiging, Sleutel);
GO

IF OBJECT_ID(N'Leerlingen_LeerlingGroep', N'U') IS NULL
CREATE TABLE Leerlingen_LeerlingGroep (
    SchoolId binary(16) NOT NULL,
    LeerlingId binary(16) NOT NULL,
    GroepId binary(16) NOT NULL,
    CONSTRAINT PK_Leerlingen_LeerlingGroep PRIMARY KEY (SchoolId, LeerlingId, GroepId),
    CONSTRAINT FK_Leerlingen_LeerlingGroep_Leerling FOREIGN KEY (SchoolId, LeerlingId)
        REFERENCES Leerlingen_Leerling (SchoolId, Id),
    CONSTRAINT FK_Leerlingen_LeerlingGroep_Groep FOREIGN KEY (SchoolId, GroepId)
        REFERENCES Leerlingen_Groep (SchoolId, Id)
);
GO

IF NOT EXISTS (
    SELECT 1 FROM sys.indexes WHERE name = N'IX_Leerlingen_LeerlingGroep_Groep' AND object_id = OBJECT_ID(N'Leerlingen_LeerlingGroep'))
CREATE INDEX IX_Leerlingen_LeerlingGroep_Groep ON Leerlingen_LeerlingGroep (SchoolId, GroepId);
GO

IF OBJECT_ID(N'Leerlingen_DocentGroep', N'U') IS NULL
CREATE TABLE Leerlingen_DocentGroep (
    SchoolId binary(16) NOT NULL,
    DocentId binary(16) NOT NULL,
    GroepId binary(16) NOT NULL,
    CONSTRAINT PK_Leerlingen_DocentGroep PRIMARY KEY (SchoolId, DocentId, GroepId),
    CONSTRAINT FK_Leerlingen_DocentGroep_Docent FOREIGN KEY (SchoolId, DocentId)
        REFERENCES Leerlingen_Docent (SchoolId, Id),
    CONSTRAINT FK_Leerlingen_DocentGroep_Groep FOREIGN KEY (SchoolId, GroepId)
        REFERENCES Leerlingen_Groep (SchoolId, Id)
);
GO

IF NOT EXISTS (
    SELECT 1 FROM sys.indexes WHERE name = N'IX_Leerlingen_DocentGroep_Groep' AND object_id = OBJECT_ID(N'Leerlingen_DocentGroep'))
CREATE INDEX IX_Leerlingen_DocentGroep_Groep ON Leerlingen_DocentGroep (SchoolId, GroepId);
GO

-- Staging: what one apply changes of existing accounts and groepen. Filled and emptied within the same transaction.
IF OBJECT_ID(N'Leerlingen_LeerlingStaging', N'U') IS NULL
CREATE TABLE Leerlingen_LeerlingStaging (
    SchoolId binary(16) NOT NULL,
    Id binary(16) NOT NULL,
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
    GroepenGewijzigd int NOT NULL,
    CONSTRAINT PK_Leerlingen_LeerlingStaging PRIMARY KEY (SchoolId, Id)
);
GO

IF OBJECT_ID(N'Leerlingen_DocentStaging', N'U') IS NULL
CREATE TABLE Leerlingen_DocentStaging (
    SchoolId binary(16) NOT NULL,
    Id binary(16) NOT NULL,
    Status int NOT NULL,
    Vestiging nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    EckId nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    UwlrKey nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    Roepnaam nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    Voorvoegsel nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    Achternaam nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    Email nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    GroepenGewijzigd int NOT NULL,
    CONSTRAINT PK_Leerlingen_DocentStaging PRIMARY KEY (SchoolId, Id)
);
GO

IF OBJECT_ID(N'Leerlingen_GroepStaging', N'U') IS NULL
CREATE TABLE Leerlingen_GroepStaging (
    SchoolId binary(16) NOT NULL,
    Id binary(16) NOT NULL,
    Soort int NOT NULL,
    Naam nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Leerjaar int NULL,
    Status int NOT NULL,
    CONSTRAINT PK_Leerlingen_GroepStaging PRIMARY KEY (SchoolId, Id)
);
GO
