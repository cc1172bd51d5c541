-- Whether somebody active was in a groep before an apply touched it; NULL when it was new.
SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT OFF;
GO

IF COL_LENGTH(N'Leerlingen_GroepHerstel', N'BezetVoor') IS NULL
ALTER TABLE Leerlingen_GroepHerstel ADD BezetVoor int NULL;
GO
