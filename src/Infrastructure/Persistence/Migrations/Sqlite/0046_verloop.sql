-- Who did what with a run, what became of it, until when its preview holds, and when its plan was cleaned up.
ALTER TABLE Importeren_Run ADD COLUMN Verloop BLOB NULL;
ALTER TABLE Importeren_Run ADD COLUMN Vervalt TEXT NULL;
ALTER TABLE Importeren_Run ADD COLUMN PlanOpgeruimd TEXT NULL;

-- Previews that are open get the term that is the rule.
UPDATE Importeren_Run
SET Vervalt = strftime('%Y-%m-%dT%H:%M:%f', Vergeleken, '+1 day') || '0000Z'
WHERE State IN (3, 4) AND Vergeleken IS NOT NULL;

-- For the sweep: previews that expire (3, 4), and plans of runs that ended.
CREATE INDEX IF NOT EXISTS IX_Importeren_Run_Vervalt ON Importeren_Run (Vervalt) WHERE State IN (3, 4);
CREATE INDEX IF NOT EXISTS IX_Importeren_Run_Beeindigd ON Importeren_Run (Beeindigd) WHERE PlanOpgeruimd IS NULL;
