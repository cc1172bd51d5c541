-- Until which day an account is pinned, so that no source archives it, with why, by whom and since when; NULL when nobody
-- pinned it. Days are written yyyy-MM-dd.
SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT OFF;
GO

IF COL_LENGTH(N'Leerlingen_Leerling', N'VastgezetTotEnMet') IS NULL
ALTER TABLE Leerlingen_Leerling ADD VastgezetTotEnMet nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL;
GO

IF COL_LENGTH(N'Leerlingen_Leerling', N'VastgezetReden') IS NULL
ALTER TABLE Leerlingen_Leerling ADD VastgezetReden nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL;
GO

IF COL_LENGTH(N'Leerlingen_Leerling', N'VastgezetDoor') IS NULL
ALTER TABLE Leerlingen_Leerling ADD VastgezetDoor nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL;
GO

IF COL_LENGTH(N'Leerlingen_Leerling', N'VastgezetMoment') IS NULL
ALTER TABLE Leerlingen_Leerling ADD VastgezetMoment datetimeoffset(7) NULL;
GO

IF COL_LENGTH(N'Leerlingen_Docent', N'VastgezetTotEnMet') IS NULL
ALTER TABLE Leerlingen_Docent ADD VastgezetTotEnMet nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL;
GO

IF COL_LENGTH(N'Leerlingen_Docent', N'VastgezetReden') IS NULL
ALTER TABLE Leerlingen_Docent ADD VastgezetReden nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL;
GO

IF COL_LENGTH(N'Leerlingen_Docent', N'VastgezetDoor') IS NULL
ALTER TABLE Leerlingen_Docent ADD VastgezetDoor nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL;
GO

IF COL_LENGTH(N'Leerlingen_Docent', N'VastgezetMoment') IS NULL
ALTER TABLE Leerlingen_Docent ADD VastgezetMoment datetimeoffset(7) NULL;
GO
