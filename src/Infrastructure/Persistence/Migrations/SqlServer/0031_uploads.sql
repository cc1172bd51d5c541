-- Of a run that is made of a file: its name, size and layout, as JSON. Never the file itself.
IF COL_LENGTH(N'Importeren_Run', N'Upload') IS NULL
ALTER TABLE Importeren_Run ADD Upload varbinary(max) NULL;
GO
