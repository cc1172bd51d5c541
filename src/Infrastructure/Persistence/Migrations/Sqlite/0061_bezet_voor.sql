-- Whether somebody active was in a groep before an apply touched it; NULL when it was new.
ALTER TABLE Leerlingen_GroepHerstel ADD COLUMN BezetVoor INTEGER NULL;
