-- Which of Kurve's UWLR keys a diagnosis has seen to work: tells a wrong key from a consent that is missing.
ALTER TABLE Koppelingen_Proef ADD COLUMN Sleutelkenmerk TEXT NULL;
