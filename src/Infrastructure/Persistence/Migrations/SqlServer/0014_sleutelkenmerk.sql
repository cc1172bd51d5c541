-- Which of Kurve's UWLR keys a diagnosis has seen to work: tells a wrong key from a consent that is missing.
IF COL_LENGTH(N'Koppelingen_Proef', N'Sleutelkenmerk') IS NULL
ALTER TABLE Koppelingen_Proef ADD Sleutelkenmerk nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL;
GO
