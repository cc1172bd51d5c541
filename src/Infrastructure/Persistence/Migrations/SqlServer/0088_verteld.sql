SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT OFF;
GO

-- What an address was last told of one kind. Onderwerp moves on to what says the same; Dag is the Dutch day, a day
-- number, on which it was told.
IF OBJECT_ID(N'Wijzigingen_Verteld', N'U') IS NULL
CREATE TABLE Wijzigingen_Verteld (
    SchoolId binary(16) NOT NULL,
    AdresId binary(16) NOT NULL,
    Soort int NOT NULL,
    Onderwerp nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Dag int NOT NULL,
    CONSTRAINT PK_Wijzigingen_Verteld PRIMARY KEY (SchoolId, AdresId, Soort),
    CONSTRAINT FK_Wijzigingen_Verteld_School FOREIGN KEY (SchoolId) REFERENCES Scholen_School (Id)
);
GO

-- When a school took an address away that had a message that day, so that it gets no second one when it comes back;
-- NULL while the school has it.
IF COL_LENGTH(N'Wijzigingen_Adres', N'Verwijderd') IS NULL
ALTER TABLE Wijzigingen_Adres ADD Verwijderd datetimeoffset(7) NULL;
GO

-- On which day, as a day number, the last test was sent, and how many were that day; NULL before the first.
IF COL_LENGTH(N'Wijzigingen_Instelling', N'Testdag') IS NULL
ALTER TABLE Wijzigingen_Instelling ADD Testdag int NULL;
GO

IF COL_LENGTH(N'Wijzigingen_Instelling', N'Tests') IS NULL
ALTER TABLE Wijzigingen_Instelling ADD Tests int NULL;
GO
