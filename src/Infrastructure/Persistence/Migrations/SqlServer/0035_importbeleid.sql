-- A school's rules for its imports; a school without a row has the standard ones. Days are written yyyy-MM-dd.
SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT OFF;
GO

IF OBJECT_ID(N'Importeren_Beleid', N'U') IS NULL
CREATE TABLE Importeren_Beleid (
    SchoolId binary(16) NOT NULL,
    Modus int NOT NULL,
    PauzeVan nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL,
    PauzeTotEnMet nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL,
    PauzeReden nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    LimietAantal int NULL,
    LimietAandeel float NULL,
    LimietReden nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    LimietEigenaar nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    LimietTotEnMet nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL,
    Door nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Gewijzigd datetimeoffset(7) NOT NULL,
    Versie bigint NOT NULL,
    CONSTRAINT FK_Importeren_Beleid_School FOREIGN KEY (SchoolId) REFERENCES Scholen_School (Id),
    CONSTRAINT PK_Importeren_Beleid PRIMARY KEY (SchoolId)
);
GO
