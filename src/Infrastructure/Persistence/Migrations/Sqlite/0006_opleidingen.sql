-- The catalogue: filled by the data files beside these migrations, read once when a process starts. A newer version of the
-- data is a next numbered file that replaces the rows, so nothing refers to them by foreign key.
CREATE TABLE IF NOT EXISTS Opleidingen_Opleiding (
    Code TEXT NOT NULL PRIMARY KEY,
    Volgorde INTEGER NOT NULL,
    Naam TEXT NOT NULL,
    Sector TEXT NOT NULL,
    Leerjaren TEXT NOT NULL,
    Taal TEXT NULL,
    Rekenen TEXT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS Opleidingen_Elementcode (
    Code TEXT NOT NULL PRIMARY KEY,
    Opleiding TEXT NOT NULL,
    Leerjaren TEXT NOT NULL
) WITHOUT ROWID;
