-- What schools have settled of their codes. Code is the form to compare by, Schrijfwijze what the school wrote.
CREATE TABLE IF NOT EXISTS Opleidingen_Vertaling (
    SchoolId BLOB NOT NULL REFERENCES Scholen_School (Id),
    Code TEXT NOT NULL,
    Vanaf INTEGER NOT NULL,
    Tot INTEGER NULL,
    Schrijfwijze TEXT NOT NULL,
    Opleiding TEXT NOT NULL,
    Door TEXT NOT NULL,
    Gewijzigd TEXT NOT NULL,
    Versie INTEGER NOT NULL,
    PRIMARY KEY (SchoolId, Code, Vanaf)
) WITHOUT ROWID;

-- How a school writes its codes; no row means the defaults.
CREATE TABLE IF NOT EXISTS Opleidingen_Instelling (
    SchoolId BLOB NOT NULL PRIMARY KEY REFERENCES Scholen_School (Id),
    Locatiecijfer INTEGER NOT NULL,
    Versie INTEGER NOT NULL
) WITHOUT ROWID;

-- Filled by Kurve with its own file; empty until then.
CREATE TABLE IF NOT EXISTS Opleidingen_Crebo (
    Code TEXT NOT NULL PRIMARY KEY,
    Niveau INTEGER NOT NULL
) WITHOUT ROWID;
