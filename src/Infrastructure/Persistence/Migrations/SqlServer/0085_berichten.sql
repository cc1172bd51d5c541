SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT OFF;
GO

-- Whom a school wants to be told; a school without a row has nobody told. Soorten is a sum of bits. Secrets are encrypted.
IF OBJECT_ID(N'Wijzigingen_Instelling', N'U') IS NULL
CREATE TABLE Wijzigingen_Instelling (
    SchoolId binary(16) NOT NULL,
    Aan int NOT NULL,
    Soorten int NOT NULL,
    Uur int NOT NULL,
    Geheim varbinary(max) NULL,
    GeheimSinds datetimeoffset(7) NULL,
    VorigGeheim varbinary(max) NULL,
    VorigGeheimTot datetimeoffset(7) NULL,
    LaatsteTest datetimeoffset(7) NULL,
    Door nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Gewijzigd datetimeoffset(7) NOT NULL,
    Versie bigint NOT NULL,
    CONSTRAINT PK_Wijzigingen_Instelling PRIMARY KEY (SchoolId),
    CONSTRAINT FK_Wijzigingen_Instelling_School FOREIGN KEY (SchoolId) REFERENCES Scholen_School (Id)
);
GO

-- An address and how it fares. Volgend is the id of the message that it gets next. Whoever adds to that message raises
-- Toevoegingen first, so that it is not closed meanwhile; whoever sends raises Nummer. LaatsteDag is a day number.
IF OBJECT_ID(N'Wijzigingen_Adres', N'U') IS NULL
CREATE TABLE Wijzigingen_Adres (
    SchoolId binary(16) NOT NULL,
    Id binary(16) NOT NULL,
    Kanaal int NOT NULL,
    Adres nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Volgend binary(16) NOT NULL,
    Toevoegingen int NOT NULL,
    Nummer int NOT NULL,
    BezetTot datetimeoffset(7) NOT NULL,
    LaatsteDag int NULL,
    NietVoor datetimeoffset(7) NULL,
    Mislukt int NOT NULL,
    FoutCode nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    FoutTekst nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    FoutMoment datetimeoffset(7) NULL,
    CONSTRAINT PK_Wijzigingen_Adres PRIMARY KEY (SchoolId, Id),
    CONSTRAINT FK_Wijzigingen_Adres_School FOREIGN KEY (SchoolId) REFERENCES Scholen_School (Id)
);
GO

-- Messages to one address; Volgnummer is the Nummer that the address had when each came about. States 1 and 2 are to be
-- sent; 3, 4 and 5 have ended.
IF OBJECT_ID(N'Wijzigingen_Bericht', N'U') IS NULL
CREATE TABLE Wijzigingen_Bericht (
    SchoolId binary(16) NOT NULL,
    Id binary(16) NOT NULL,
    AdresId binary(16) NOT NULL,
    Kanaal int NOT NULL,
    Volgnummer int NOT NULL,
    Staat int NOT NULL,
    Gemaakt datetimeoffset(7) NOT NULL,
    Pogingen int NOT NULL,
    EerstePoging datetimeoffset(7) NULL,
    Beeindigd datetimeoffset(7) NULL,
    FoutCode nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    FoutTekst nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT PK_Wijzigingen_Bericht PRIMARY KEY (SchoolId, Id),
    CONSTRAINT FK_Wijzigingen_Bericht_School FOREIGN KEY (SchoolId) REFERENCES Scholen_School (Id)
);
GO

IF NOT EXISTS (
    SELECT 1 FROM sys.indexes
    WHERE name = N'IX_Wijzigingen_Bericht_Open' AND object_id = OBJECT_ID(N'Wijzigingen_Bericht'))
CREATE INDEX IX_Wijzigingen_Bericht_Open ON Wijzigingen_Bericht (SchoolId, AdresId)
    WHERE Staat < 3;
GO

-- What a message tells. Inhoud is JSON; no leerling or docent is named in it.
IF OBJECT_ID(N'Wijzigingen_Berichtregel', N'U') IS NULL
CREATE TABLE Wijzigingen_Berichtregel (
    SchoolId binary(16) NOT NULL,
    BerichtId binary(16) NOT NULL,
    Soort int NOT NULL,
    Onderwerp nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Moment datetimeoffset(7) NOT NULL,
    Inhoud nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT PK_Wijzigingen_Berichtregel PRIMARY KEY (SchoolId, BerichtId, Soort, Onderwerp),
    CONSTRAINT FK_Wijzigingen_Berichtregel_School FOREIGN KEY (SchoolId) REFERENCES Scholen_School (Id)
);
GO
