-- Until which day an account is pinned, so that no source archives it, with why, by whom and since when; NULL when nobody
-- pinned it. Days are written yyyy-MM-dd.
ALTER TABLE Leerlingen_Leerling ADD COLUMN VastgezetTotEnMet TEXT NULL;
ALTER TABLE Leerlingen_Leerling ADD COLUMN VastgezetReden TEXT NULL;
ALTER TABLE Leerlingen_Leerling ADD COLUMN VastgezetDoor TEXT NULL;
ALTER TABLE Leerlingen_Leerling ADD COLUMN VastgezetMoment TEXT NULL;
ALTER TABLE Leerlingen_Docent ADD COLUMN VastgezetTotEnMet TEXT NULL;
ALTER TABLE Leerlingen_Docent ADD COLUMN VastgezetReden TEXT NULL;
ALTER TABLE Leerlingen_Docent ADD COLUMN VastgezetDoor TEXT NULL;
ALTER TABLE Leerlingen_Docent ADD COLUMN VastgezetMoment TEXT NULL;
