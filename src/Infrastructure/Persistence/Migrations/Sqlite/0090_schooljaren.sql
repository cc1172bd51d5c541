-- The school years that were imported as a whole, after they began: from then on nobody of the vestiging is shown in a class of
-- a year before. A run that is undone takes its rows along.
CREATE TABLE IF NOT EXISTS Leerlingen_Schooljaar (
    SchoolId BLOB NOT NULL REFERENCES Scholen_School (Id),
    Vestiging TEXT NOT NULL,
    Schooljaar INTEGER NOT NULL,
    RunId BLOB NOT NULL,
    PRIMARY KEY (SchoolId, Vestiging, Schooljaar)
) WITHOUT ROWID;
