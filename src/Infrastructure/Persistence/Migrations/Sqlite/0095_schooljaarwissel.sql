-- The school year of the import that made an account or brought it back last: in one that has not begun, the person comes later.
ALTER TABLE Leerlingen_Leerling ADD COLUMN Instroom INTEGER NULL;
ALTER TABLE Leerlingen_Docent ADD COLUMN Instroom INTEGER NULL;
ALTER TABLE Leerlingen_LeerlingHerstel ADD COLUMN Instroom INTEGER NULL;
ALTER TABLE Leerlingen_DocentHerstel ADD COLUMN Instroom INTEGER NULL;
ALTER TABLE Leerlingen_LeerlingSamenvoeging ADD COLUMN Instroom INTEGER NULL;
ALTER TABLE Leerlingen_DocentSamenvoeging ADD COLUMN Instroom INTEGER NULL;

-- Whom an earlier version prepared: who was made since an import of the first school year in which they have a groep.
UPDATE Leerlingen_Leerling
SET Instroom = (
    SELECT MIN(g.Schooljaar)
    FROM Leerlingen_LeerlingGroep AS m
    INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = m.SchoolId AND g.Id = m.GroepId
    WHERE m.SchoolId = Leerlingen_Leerling.SchoolId AND m.LeerlingId = Leerlingen_Leerling.Id)
WHERE EXISTS (
    SELECT 1
    FROM Leerlingen_LeerlingGroep AS m
    INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = m.SchoolId AND g.Id = m.GroepId
    INNER JOIN Importeren_Run AS r ON r.SchoolId = g.SchoolId AND r.Schooljaar = g.Schooljaar
    WHERE m.SchoolId = Leerlingen_Leerling.SchoolId AND m.LeerlingId = Leerlingen_Leerling.Id
        AND r.State = 6 AND r.Aangevraagd <= Leerlingen_Leerling.Gemaakt
        AND g.Schooljaar = (
            SELECT MIN(e.Schooljaar)
            FROM Leerlingen_LeerlingGroep AS n
            INNER JOIN Leerlingen_Groep AS e ON e.SchoolId = n.SchoolId AND e.Id = n.GroepId
            WHERE n.SchoolId = m.SchoolId AND n.LeerlingId = m.LeerlingId));

UPDATE Leerlingen_Docent
SET Instroom = (
    SELECT MIN(g.Schooljaar)
    FROM Leerlingen_DocentGroep AS m
    INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = m.SchoolId AND g.Id = m.GroepId
    WHERE m.SchoolId = Leerlingen_Docent.SchoolId AND m.DocentId = Leerlingen_Docent.Id)
WHERE EXISTS (
    SELECT 1
    FROM Leerlingen_DocentGroep AS m
    INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = m.SchoolId AND g.Id = m.GroepId
    INNER JOIN Importeren_Run AS r ON r.SchoolId = g.SchoolId AND r.Schooljaar = g.Schooljaar
    WHERE m.SchoolId = Leerlingen_Docent.SchoolId AND m.DocentId = Leerlingen_Docent.Id
        AND r.State = 6 AND r.Aangevraagd <= Leerlingen_Docent.Gemaakt
        AND g.Schooljaar = (
            SELECT MIN(e.Schooljaar)
            FROM Leerlingen_DocentGroep AS n
            INNER JOIN Leerlingen_Groep AS e ON e.SchoolId = n.SchoolId AND e.Id = n.GroepId
            WHERE n.SchoolId = m.SchoolId AND n.DocentId = m.DocentId));

UPDATE Leerlingen_LeerlingHerstel
SET Instroom = (
    SELECT p.Instroom
    FROM Leerlingen_Leerling AS p
    WHERE p.SchoolId = Leerlingen_LeerlingHerstel.SchoolId AND p.Id = Leerlingen_LeerlingHerstel.Id);

UPDATE Leerlingen_LeerlingSamenvoeging
SET Instroom = (
    SELECT p.Instroom
    FROM Leerlingen_Leerling AS p
    WHERE p.SchoolId = Leerlingen_LeerlingSamenvoeging.SchoolId AND p.Id = Leerlingen_LeerlingSamenvoeging.Id);

UPDATE Leerlingen_DocentHerstel
SET Instroom = (
    SELECT p.Instroom
    FROM Leerlingen_Docent AS p
    WHERE p.SchoolId = Leerlingen_DocentHerstel.SchoolId AND p.Id = Leerlingen_DocentHerstel.Id);

UPDATE Leerlingen_DocentSamenvoeging
SET Instroom = (
    SELECT p.Instroom
    FROM Leerlingen_Docent AS p
    WHERE p.SchoolId = Leerlingen_DocentSamenvoeging.SchoolId AND p.Id = Leerlingen_DocentSamenvoeging.Id);

-- The change to a school year at a school: prepared, and agreed. VertrekOp is a day number (days since 0001-01-01).
CREATE TABLE IF NOT EXISTS Importeren_Wissel (
    SchoolId BLOB NOT NULL REFERENCES Scholen_School (Id),
    Schooljaar INTEGER NOT NULL,
    VoorbereidMoment TEXT NULL,
    VoorbereidDoor TEXT NULL,
    AkkoordMoment TEXT NULL,
    AkkoordDoor TEXT NULL,
    VertrekOp INTEGER NOT NULL,
    Versie INTEGER NOT NULL,
    PRIMARY KEY (SchoolId, Schooljaar)
) WITHOUT ROWID;

-- What is (IsAkkoord 1) or was agreed for a vestiging, and what was done by it.
CREATE TABLE IF NOT EXISTS Importeren_Wisselgrens (
    SchoolId BLOB NOT NULL,
    Schooljaar INTEGER NOT NULL,
    Vestiging TEXT NOT NULL,
    IsAkkoord INTEGER NOT NULL,
    MaxVertrek INTEGER NOT NULL,
    MaxNieuw INTEGER NOT NULL,
    MaxZonderKlas INTEGER NOT NULL,
    Vertrokken INTEGER NOT NULL,
    Begonnen TEXT NULL,
    Klaar TEXT NULL,
    PRIMARY KEY (SchoolId, Schooljaar, Vestiging),
    FOREIGN KEY (SchoolId, Schooljaar) REFERENCES Importeren_Wissel (SchoolId, Schooljaar)
) WITHOUT ROWID;

-- Who was told of everything is told of this as well.
UPDATE Wijzigingen_Instelling SET Soorten = 7 WHERE Soorten = 3;
