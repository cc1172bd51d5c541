-- What a run did and does, and how far it is with each: written along with the heartbeat.
SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT OFF;
GO

IF COL_LENGTH(N'Importeren_Run', N'Fases') IS NULL
ALTER TABLE Importeren_Run ADD Fases varbinary(max) NULL;
GO
