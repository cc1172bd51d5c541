-- For what is asked while a run is undone, while leerplannen go to the next school year, and by the foreign keys of what
-- is taken away. State 6 is applied.
SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT OFF;
GO

IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'Importeren_Run') AND name = N'IX_Importeren_Run_Toegepast')
CREATE INDEX IX_Importeren_Run_Toegepast ON Importeren_Run (SchoolId, Schooljaar, Beeindigd, Id) WHERE State = 6;
GO

IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'Leerlingen_Groep') AND name = N'IX_Leerlingen_Groep_Naam')
CREATE INDEX IX_Leerlingen_Groep_Naam ON Leerlingen_Groep (SchoolId, Schooljaar, Naam, Vestiging, Soort, Status);
GO

IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'Importeren_LosseRegel') AND name = N'IX_Importeren_LosseRegel_Run')
CREATE INDEX IX_Importeren_LosseRegel_Run ON Importeren_LosseRegel (SchoolId, RunId);
GO

IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = OBJECT_ID(N'Leerplannen_Overdracht') AND name = N'IX_Leerplannen_Overdracht_Leerplan')
CREATE INDEX IX_Leerplannen_Overdracht_Leerplan ON Leerplannen_Overdracht (SchoolId, LeerplanId);
GO
