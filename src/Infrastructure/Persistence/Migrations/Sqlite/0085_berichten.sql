-- Whom a school wants to be told; a school without a row has nobody told. Soorten is a sum of bits. Secrets are encrypted.
CREATE TABLE IF NOT EXISTS Wijzigingen_Instelling (
    SchoolId BLOB NOT NULL PRIMARY KEY REFERENCES Scholen_School (Id),
    Aan INTEGER NOT NULL,
    Soorten INTEGER NOT NULL,
    Uur INTEGER NOT NULL,
    Geheim BLOB NULL,
    GeheimSinds TEXT NULL,
    VorigGeheim BLOB NULL,
    VorigGeheimTot TEXT NULL,
    LaatsteTest TEXT NULL,
    Door TEXT NOT NULL,
    Gewijzigd TEXT NOT NULL,
    Versie INTEGER NOT NULL
) WITHOUT ROWID;

-- An address and how it fares. Volgend is the id of the message that it gets next. Whoever adds to that message raises
-- Toevoegingen first, so that it is not closed meanwhile; whoever sends raises Nummer. LaatsteDag is a day number.
CREATE TABLE IF NOT EXISTS Wijzigingen_Adres (
    SchoolId BLOB NOT NULL REFERENCES Scholen_School (Id),
    Id BLOB NOT NULL,
    Kanaal INTEGER NOT NULL,
    Adres TEXT NOT NULL,
    Volgend BLOB NOT NULL,
    Toevoegingen INTEGER NOT NULL,
    Nummer INTEGER NOT NULL,
    BezetTot TEXT NOT NULL,
    LaatsteDag INTEGER NULL,
    NietVoor TEXT NULL,
    Mislukt INTEGER NOT NULL,
    FoutCode TEXT NULL,
    FoutTekst TEXT NULL,
    FoutMoment TEXT NULL,
    PRIMARY KEY (SchoolId, Id)
) WITHOUT ROWID;

-- Messages to one address; Volgnummer is the Nummer that the address had when each came about. States 1 and 2 are to be
-- sent; 3, 4 and 5 have ended.
CREATE TABLE IF NOT EXISTS Wijzigingen_Bericht (
    SchoolId BLOB NOT NULL REFERENCES Scholen_School (Id),
    Id BLOB NOT NULL,
    AdresId BLOB NOT NULL,
    Kanaal INTEGER NOT NULL,
    Volgnummer INTEGER NOT NULL,
    Staat INTEGER NOT NULL,
    Gemaakt TEXT NOT NULL,
    Pogingen INTEGER NOT NULL,
    EerstePoging TEXT NULL,
    Beeindigd TEXT NULL,
    FoutCode TEXT NULL,
    FoutTekst TEXT NULL,
    PRIMARY KEY (SchoolId, Id)
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS IX_Wijzigingen_Bericht_Open ON Wijzigingen_Bericht (SchoolId, AdresId) WHERE Staat < 3;

-- What a message tells. Inhoud is JSON; no leerling or docent is named in it.
CREATE TABLE IF NOT EXISTS Wijzigingen_Berichtregel (
    SchoolId BLOB NOT NULL REFERENCES Scholen_School (Id),
    BerichtId BLOB NOT NULL,
    Soort INTEGER NOT NULL,
    Onderwerp TEXT NOT NULL,
    Moment TEXT NOT NULL,
    Inhoud TEXT NOT NULL,
    PRIMARY KEY (SchoolId, BerichtId, Soort, Onderwerp)
) WITHOUT ROWID;
