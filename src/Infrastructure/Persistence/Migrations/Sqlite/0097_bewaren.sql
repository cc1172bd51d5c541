-- For what is looked for to be forgotten.
CREATE INDEX IF NOT EXISTS IX_Shared_Verzoek_Moment ON Shared_Verzoek (Moment);

CREATE INDEX IF NOT EXISTS IX_Importeren_Beslissing_Moment ON Importeren_Beslissing (Moment);

-- They go with the plan of their run; those of plans that went before that was so are left.
DELETE FROM Importeren_LosseRegel
WHERE EXISTS (
    SELECT 1
    FROM Importeren_Run AS r
    WHERE r.SchoolId = Importeren_LosseRegel.SchoolId AND r.Id = Importeren_LosseRegel.RunId AND r.PlanOpgeruimd IS NOT NULL);
