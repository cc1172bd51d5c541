-- Who did what with a run, what became of it, until when its preview holds, and when its plan was cleaned up.
SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT OFF;
GO

IF COL_LENGTH(N'Importeren_Run', N'Verloop') IS NULL
ALTER TABLE Importeren_Run ADD Verloop varbinary(max) NULL;
GO

IF COL_LENGTH(N'Importeren_Run', N'Vervalt') IS NULL
ALTER TABLE Importeren_Run ADD Vervalt datetimeoffset(7) NULL;
GO

IF COL_LENGTH(N'Importeren_Run', N'PlanOpgeruimd') IS NULL
ALTER TABLE Importeren_Run ADD PlanOpgeruimd datetimeoffset(7) NULL;
GO

-- Previews that are open get the term that is the rule.
UPDATE Importeren_Run
SET Vervalt = DATEADD(day, 1, Vergeleken)
WHERE State IN (3, 4) AND Vergeleken IS NOT NULL AND Vervalt IS NULL;
GO

-- For the sweep: previews that expire (3, 4), and plans of runs that ended.
IF NOT EXISTS (
    SELECT 1 FROM sys.indexes WHERE name = N'IX_Importeren_Run_Vervalt' AND object_id = OBJECT_ID(N'Importeren_Run'))
CREATE INDEX IX_Importeren_Run_Vervalt ON Importeren_Run (Vervalt)
    WHERE State IN (3, 4);
GO

IF NOT EXISTS (
    SELECT 1 FROM sys.indexes WHERE name = N'IX_Importeren_Run_Beeindigd' AND object_id = OBJECT_ID(N'Importeren_Run'))
CREATE INDEX IX_Importeren_Run_Beeindigd ON Importeren_Run (Beeindigd)
    WHERE PlanOpgeruimd IS NULL;
GO
