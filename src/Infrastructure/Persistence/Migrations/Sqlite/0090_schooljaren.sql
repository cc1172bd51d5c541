-- The school years that were imported as a whole, after they began: from then on nobody of the vestiging is shown in a class of
-- a year before. A run that is undone takes its rows along.
CREATE TABLE IF NOT EXISTS Leerlingen_Schooljaar (
    SchoolId BLOB NOT NULL REFERENCES Scholen_School (Id),
    Vestiging TEXT NOT NULL,
    Schooljaar INTEGER NOT NULL,
    RunId BLOB NOT NULL,
    PRIMARY KEY (SchoolId, Vestiging, Schooljaar)
) WITHOUT ROWID;

-- What was imported before this was noted: each year of which changes were applied since it began.
INSERT INTO Leerlingen_Schooljaar (SchoolId, Vestiging, Schooljaar, RunId)
SELECT g.SchoolId, g.Vestiging, g.Schooljaar, MAX(r.Id)
FROM Leerlingen_Groep AS g
INNER JOIN Importeren_Run AS r ON r.SchoolId = g.SchoolId AND r.Schooljaar = g.Schooljaar
WHERE r.State = 6 AND r.ToegepasteSoorten LIKE '%2%' AND SUBSTR(r.Beeindigd, 1, 10) >= PRINTF('%04d-08-01', g.Schooljaar)
    AND NOT EXISTS (
        SELECT 1
        FROM Leerlingen_Schooljaar AS j
        WHERE j.SchoolId = g.SchoolId AND j.Vestiging = g.Vestiging AND j.Schooljaar = g.Schooljaar)
GROUP BY g.SchoolId, g.Vestiging, g.Schooljaar;
