-- The catalogue: filled by the data files beside these migrations, read once when a process starts. A newer version of the
-- data is a next numbered file that replaces the rows, so nothing refers to them by foreign key.
IF OBJECT_ID(N'Opleidingen_Opleiding', N'U') IS NULL
CREATE TABLE Opleidingen_Opleiding (
    Code nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Volgorde int NOT NULL,
    Naam nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Sector nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Leerjaren nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Taal nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    Rekenen nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT PK_Opleidingen_Opleiding PRIMARY KEY (Code)
);
GO

IF OBJECT_ID(N'Opleidingen_Elementcode', N'U') IS NULL
CREATE TABLE Opleidingen_Elementcode (
    Code nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Opleiding nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Leerjaren nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT PK_Opleidingen_Elementcode PRIMARY KEY (Code)
);
GO
