-- Who archived a docent in Numo, and when; NULL when nobody did.
SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT OFF;
GO

IF COL_LENGTH(N'Leerlingen_Docent', N'GearchiveerdDoor') IS NULL
ALTER TABLE Leerlingen_Docent ADD GearchiveerdDoor nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL;
GO

IF COL_LENGTH(N'Leerlingen_Docent', N'GearchiveerdMoment') IS NULL
ALTER TABLE Leerlingen_Docent ADD GearchiveerdMoment datetimeoffset(7) NULL;
GO

-- A run that brings somebody back takes this away, and undoing it gives it back.
IF COL_LENGTH(N'Leerlingen_LeerlingHerstel', N'GearchiveerdDoor') IS NULL
ALTER TABLE Leerlingen_LeerlingHerstel ADD GearchiveerdDoor nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL;
GO

IF COL_LENGTH(N'Leerlingen_LeerlingHerstel', N'GearchiveerdMoment') IS NULL
ALTER TABLE Leerlingen_LeerlingHerstel ADD GearchiveerdMoment datetimeoffset(7) NULL;
GO

IF COL_LENGTH(N'Leerlingen_DocentHerstel', N'GearchiveerdDoor') IS NULL
ALTER TABLE Leerlingen_DocentHerstel ADD GearchiveerdDoor nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL;
GO

IF COL_LENGTH(N'Leerlingen_DocentHerstel', N'GearchiveerdMoment') IS NULL
ALTER TABLE Leerlingen_DocentHerstel ADD GearchiveerdMoment datetimeoffset(7) NULL;
GO
