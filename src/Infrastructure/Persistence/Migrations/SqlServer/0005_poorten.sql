-- A koppeling begins without a password: its kit brings one.
ALTER TABLE Koppelingen_Koppeling ALTER COLUMN WebserviceWachtwoord varbinary(max) NULL;
GO

IF COL_LENGTH(N'Koppelingen_Koppeling', N'NieuwWachtwoord') IS NULL
ALTER TABLE Koppelingen_Koppeling ADD
    NieuwWachtwoord varbinary(max) NULL,
    PakketUitgegeven datetimeoffset(7) NULL,
    OpgeschortMoment datetimeoffset(7) NULL,
    OpgeschortDoor nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    OpgeschortReden nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL;
GO

IF COL_LENGTH(N'Koppelingen_Koppeling', N'Actief') IS NOT NULL
ALTER TABLE Koppelingen_Koppeling DROP COLUMN Actief;
GO

-- Where each gate stands; a gate without a row is open and has no history.
IF OBJECT_ID(N'Koppelingen_Poort', N'U') IS NULL
CREATE TABLE Koppelingen_Poort (
    SchoolId binary(16) NOT NULL,
    Poort int NOT NULL,
    Status int NOT NULL,
    Moment datetimeoffset(7) NOT NULL,
    Door nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Bewijs nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT FK_Koppelingen_Poort_Koppeling FOREIGN KEY (SchoolId) REFERENCES Koppelingen_Koppeling (SchoolId),
    CONSTRAINT PK_Koppelingen_Poort PRIMARY KEY (SchoolId, Poort)
);
GO

IF NOT EXISTS (
    SELECT 1 FROM sys.indexes WHERE name = N'IX_Koppelingen_Poort_Status' AND object_id = OBJECT_ID(N'Koppelingen_Poort'))
CREATE INDEX IX_Koppelingen_Poort_Status ON Koppelingen_Poort (Poort, Status);
GO

-- What happened to the gates. Rows are added, never changed or removed.
IF OBJECT_ID(N'Koppelingen_Gebeurtenis', N'U') IS NULL
CREATE TABLE Koppelingen_Gebeurtenis (
    SchoolId binary(16) NOT NULL,
    Id binary(16) NOT NULL,
    Poort int NOT NULL,
    Van int NOT NULL,
    Naar int NOT NULL,
    Moment datetimeoffset(7) NOT NULL,
    Door nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Bewijs nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT FK_Koppelingen_Gebeurtenis_Koppeling FOREIGN KEY (SchoolId) REFERENCES Koppelingen_Koppeling (SchoolId),
    CONSTRAINT PK_Koppelingen_Gebeurtenis PRIMARY KEY (SchoolId, Id)
);
GO

-- The latest diagnosis of each koppeling.
IF OBJECT_ID(N'Koppelingen_Proef', N'U') IS NULL
CREATE TABLE Koppelingen_Proef (
    SchoolId binary(16) NOT NULL,
    Moment datetimeoffset(7) NOT NULL,
    Door nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Geslaagd int NOT NULL,
    Controles varbinary(max) NOT NULL,
    CONSTRAINT PK_Koppelingen_Proef PRIMARY KEY (SchoolId),
    CONSTRAINT FK_Koppelingen_Proef_Koppeling FOREIGN KEY (SchoolId) REFERENCES Koppelingen_Koppeling (SchoolId)
);
GO
