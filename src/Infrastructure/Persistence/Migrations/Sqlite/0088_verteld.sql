-- What an address was last told of one kind. Onderwerp moves on to what says the same; Dag is the Dutch day, a day
-- number, on which it was told.
CREATE TABLE IF NOT EXISTS Wijzigingen_Verteld (
    SchoolId BLOB NOT NULL REFERENCES Scholen_School (Id),
    AdresId BLOB NOT NULL,
    Soort INTEGER NOT NULL,
    Onderwerp TEXT NOT NULL,
    Dag INTEGER NOT NULL,
    PRIMARY KEY (SchoolId, AdresId, Soort)
) WITHOUT ROWID;

-- When a school took an address away that had a message that day, so that it gets no second one when it comes back;
-- NULL while the school has it.
ALTER TABLE Wijzigingen_Adres ADD COLUMN Verwijderd TEXT NULL;

-- On which day, as a day number, the last test was sent, and how many were that day; NULL before the first.
ALTER TABLE Wijzigingen_Instelling ADD COLUMN Testdag INTEGER NULL;
ALTER TABLE Wijzigingen_Instelling ADD COLUMN Tests INTEGER NULL;
