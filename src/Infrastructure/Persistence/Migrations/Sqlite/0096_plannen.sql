-- For what is asked while a run is undone, while leerplannen go to the next school year, and by the foreign keys of what
-- is taken away. State 6 is applied.
CREATE INDEX IF NOT EXISTS IX_Importeren_Run_Toegepast ON Importeren_Run (SchoolId, Schooljaar, Beeindigd, Id) WHERE State = 6;

CREATE INDEX IF NOT EXISTS IX_Leerlingen_Groep_Naam ON Leerlingen_Groep (SchoolId, Schooljaar, Naam, Vestiging, Soort, Status);

CREATE INDEX IF NOT EXISTS IX_Importeren_LosseRegel_Run ON Importeren_LosseRegel (SchoolId, RunId);

CREATE INDEX IF NOT EXISTS IX_Leerplannen_Overdracht_Leerplan ON Leerplannen_Overdracht (SchoolId, LeerplanId);
