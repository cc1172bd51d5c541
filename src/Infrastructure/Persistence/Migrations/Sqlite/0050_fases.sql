-- What a run did and does, and how far it is with each: written along with the heartbeat.
ALTER TABLE Importeren_Run ADD COLUMN Fases BLOB NULL;
