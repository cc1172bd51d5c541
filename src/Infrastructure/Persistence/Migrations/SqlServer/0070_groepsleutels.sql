-- The key of a groep may change, when a source delivers it under another one: undoing that gives the old one back. NULL in
-- what was remembered before this.
SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT OFF;
GO

IF COL_LENGTH(N'Leerlingen_GroepStaging', N'Sleutel') IS NULL
ALTER TABLE Leerlingen_GroepStaging ADD Sleutel nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL;
GO

IF COL_LENGTH(N'Leerlingen_GroepHerstel', N'Sleutel') IS NULL
ALTER TABLE Leerlingen_GroepHerstel ADD Sleutel nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL;
GO
