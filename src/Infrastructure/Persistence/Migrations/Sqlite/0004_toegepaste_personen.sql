-- How many persons an apply changed: of a plan, single rows may be chosen.
ALTER TABLE Importeren_Run ADD COLUMN ToegepastePersonen INTEGER NOT NULL DEFAULT 0;
