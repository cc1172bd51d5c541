-- For what is looked for to be forgotten.
SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT OFF;
GO

IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'Shared_Verzoek') AND name = N'IX_Shared_Verzoek_Moment')
CREATE INDEX IX_Shared_Verzoek_Moment ON Shared_Verzoek (Moment);
GO

IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'Importeren_Beslissing') AND name = N'IX_Importeren_Beslissing_Moment')
CREATE INDEX IX_Importeren_Beslissing_Moment ON Importeren_Beslissing (Moment);
GO

-- They go with the plan of their run; those of plans that went before that was so are left.
DELETE FROM Importeren_LosseRegel
WHERE EXISTS (
    SELECT 1
    FROM Importeren_Run AS r
    WHERE r.SchoolId = Importeren_LosseRegel.SchoolId AND r.Id = Importeren_LosseRegel.RunId AND r.PlanOpgeruimd IS NOT NULL);
GO
