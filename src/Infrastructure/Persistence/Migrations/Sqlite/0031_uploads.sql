-- Of a run that is made of a file: its name, size and layout, as JSON. Never the file itself.
ALTER TABLE Importeren_Run ADD COLUMN Upload BLOB NULL;
