-- How many persons an apply changed: of a plan, single rows may be chosen.
IF COL_LENGTH(N'Importeren_Run', N'ToegepastePersonen') IS NULL
ALTER TABLE Importeren_Run ADD
    ToegepastePersonen int NOT NULL CONSTRAINT DF_Importeren_Run_ToegepastePersonen DEFAULT 0;
GO
