-- The school year of the import that made an account or brought it back last: in one that has not begun, the person comes later.
ALTER TABLE Leerlingen_Leerling ADD COLUMN Instroom INTEGER NULL;
ALTER TABLE Leerlingen_Docent ADD COLUMN Instroom INTEGER NULL;
ALTER TABLE Leerlingen_LeerlingHerstel ADD COLUMN Instroom INTEGER NULL;
ALTER TABLE Leerlingen_DocentHerstel ADD COLUMN Instroom INTEGER NULL;
ALTER TABLE Leerlingen_LeerlingSamenvoeging ADD COLUMN Instroom INTEGER NULL;
ALTER TABLE Leerlingen_DocentSamenvoeging ADD COLUMN Instroom INTEGER NULL;

-- Whom an earlier version prepared: who is in groepen of the last school year only.
UPDATE Leerlingen_Leerling
SET Instroom = (
    SELECT MIN(g.Schooljaar)
    FROM Leerlingen_LeerlingGroep AS lg
    INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = lg.SchoolId AND g.Id = lg.GroepId
    WHERE lg.SchoolId = Leerlingen_Leerling.SchoolId AND lg.LeerlingId = Leerlingen_Leerling.Id);
UPDATE Leerlingen_Docent
SET Instroom = (
    SELECT MIN(g.Schooljaar)
    FROM Leerlingen_DocentGroep AS dg
    INNER JOIN Leerlingen_Groep AS g ON g.SchoolId = dg.SchoolId AND g.Id = dg.GroepId
    WHERE dg.SchoolId = Leerlingen_Docent.SchoolId AND dg.DocentId = Leerlingen_Docent.Id);

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

-- What was agreed for a vestiging, and how much of it was used.
CREATE TABLE IF NOT EXISTS Importeren_Wisselgrens (
    SchoolId BLOB NOT NULL,
    Schooljaar INTEGER NOT NULL,
    Vestiging TEXT NOT NULL,
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
