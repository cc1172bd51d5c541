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

-- What was imported before this was noted: each year of which changes were applied since it began.
INSERT INTO Leerlingen_Schooljaar (SchoolId, Vestiging, Schooljaar, RunId)
SELECT g.SchoolId, g.Vestiging, g.Schooljaar, MAX(r.Id)
FROM Leerlingen_Groep AS g
INNER JOIN Importeren_Run AS r ON r.SchoolId = g.SchoolId AND r.Schooljaar = g.Schooljaar
WHERE r.State = 6 AND r.ToegepasteSoorten LIKE N'%2%' AND r.Beeindigd >= DATEFROMPARTS(g.Schooljaar, 8, 1)
    AND NOT EXISTS (
        SELECT 1
        FROM Leerlingen_Schooljaar AS j
        WHERE j.SchoolId = g.SchoolId AND j.Vestiging = g.Vestiging AND j.Schooljaar = g.Schooljaar)
GROUP BY g.SchoolId, g.Vestiging, g.Schooljaar;
GO
