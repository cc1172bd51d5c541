-- What schools call their columns. Sleutel is the name in the form to compare by, Kolommen is JSON.
SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT OFF;
GO

IF OBJECT_ID(N'Importeren_Kolomindeling', N'U') IS NULL
CREATE TABLE Importeren_Kolomindeling (
    SchoolId binary(16) NOT NULL,
    Sleutel nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Naam nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Preset int NOT NULL,
    Kolommen varbinary(max) NOT NULL,
    Door nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Gewijzigd datetimeoffset(7) NOT NULL,
    Versie bigint NOT NULL,
    CONSTRAINT FK_Importeren_Kolomindeling_School FOREIGN KEY (SchoolId) REFERENCES Scholen_School (Id),
    CONSTRAINT PK_Importeren_Kolomindeling PRIMARY KEY (SchoolId, Sleutel)
);
GO
