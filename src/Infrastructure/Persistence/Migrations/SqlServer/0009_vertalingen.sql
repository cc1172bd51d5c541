-- What schools have settled of their codes. Code is the form to compare by, Schrijfwijze what the school wrote.
IF OBJECT_ID(N'Opleidingen_Vertaling', N'U') IS NULL
CREATE TABLE Opleidingen_Vertaling (
    SchoolId binary(16) NOT NULL,
    Code nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Vanaf int NOT NULL,
    Tot int NULL,
    Schrijfwijze nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Opleiding nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Door nvarchar(256) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Gewijzigd datetimeoffset(7) NOT NULL,
    Versie bigint NOT NULL,
    CONSTRAINT FK_Opleidingen_Vertaling_School FOREIGN KEY (SchoolId) REFERENCES Scholen_School (Id),
    CONSTRAINT PK_Opleidingen_Vertaling PRIMARY KEY (SchoolId, Code, Vanaf)
);
GO

-- How a school writes its codes; no row means the defaults.
IF OBJECT_ID(N'Opleidingen_Instelling', N'U') IS NULL
CREATE TABLE Opleidingen_Instelling (
    SchoolId binary(16) NOT NULL,
    Locatiecijfer int NOT NULL,
    Versie bigint NOT NULL,
    CONSTRAINT PK_Opleidingen_Instelling PRIMARY KEY (SchoolId),
    CONSTRAINT FK_Opleidingen_Instelling_School FOREIGN KEY (SchoolId) REFERENCES Scholen_School (Id)
);
GO

-- Filled by Kurve with its own file; empty until then.
IF OBJECT_ID(N'Opleidingen_Crebo', N'U') IS NULL
CREATE TABLE Opleidingen_Crebo (
    Code nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Niveau int NOT NULL,
    CONSTRAINT PK_Opleidingen_Crebo PRIMARY KEY (Code)
);
GO
