-- The key of a groep may change, when a source delivers it under another one: undoing that gives the old one back. NULL in
-- what was remembered before this.
ALTER TABLE Leerlingen_GroepStaging ADD COLUMN Sleutel TEXT NULL;
ALTER TABLE Leerlingen_GroepHerstel ADD COLUMN Sleutel TEXT NULL;
