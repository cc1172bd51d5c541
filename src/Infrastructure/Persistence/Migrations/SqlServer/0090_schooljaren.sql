-- The school years that were imported as a whole, after they began: from then on nobody of the vestiging is shown in a class of
-- a year before. A run that is undone takes its rows along.
SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT OFF;
GO

IF OBJECT_ID(N'Leerlingen_Schooljaar', N'U') IS NULL
CREATE TABLE Leerlingen_Schooljaar (
    SchoolId binary(16) NOT NULL,
    Vestiging nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Schooljaar int NOT NULL,
    RunId binary(16) NOT NULL,
    CONSTRAINT PK_Leerlingen_Schooljaar PRIMARY KEY (SchoolId, Vestiging, Schooljaar),
    CONSTRAINT FK_Leerlingen_Schooljaar_School FOREIGN KEY (SchoolId) REFERENCES Scholen_School (Id)
);
GO
