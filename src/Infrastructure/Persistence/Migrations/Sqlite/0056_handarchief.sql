-- Who archived a docent in Numo, and when; NULL when nobody did.
ALTER TABLE Leerlingen_Docent ADD COLUMN GearchiveerdDoor TEXT NULL;
ALTER TABLE Leerlingen_Docent ADD COLUMN GearchiveerdMoment TEXT NULL;

-- A run that brings somebody back takes this away, and undoing it gives it back.
ALTER TABLE Leerlingen_LeerlingHerstel ADD COLUMN GearchiveerdDoor TEXT NULL;
ALTER TABLE Leerlingen_LeerlingHerstel ADD COLUMN GearchiveerdMoment TEXT NULL;
ALTER TABLE Leerlingen_DocentHerstel ADD COLUMN GearchiveerdDoor TEXT NULL;
ALTER TABLE Leerlingen_DocentHerstel ADD COLUMN GearchiveerdMoment TEXT NULL;
