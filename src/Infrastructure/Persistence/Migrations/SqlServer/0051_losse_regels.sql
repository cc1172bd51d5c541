-- What a source delivered in a school's last compared run and nothing in the other source belongs to.
SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT OFF;
GO

IF OBJECT_ID(N'Importeren_LosseRegel', N'U') IS NULL
CREATE TABLE Importeren_LosseRegel (
    SchoolId binary(16) NOT NULL,
    Nummer int NOT NULL,
    RunId binary(16) NOT NULL,
    Bron int NOT NULL,
    Vestiging nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    Sleutel nvarchar(4000) COLLATE Latin1_General_100_BIN2 NULL,
    Stamnummer nvarchar(4000) COLLATE Latin1_General_100_BIN2 NULL,
    IdGebr nvarchar(4000) COLLATE Latin1_General_100_BIN2 NULL,
    Opleidingscode nvarchar(4000) COLLATE Latin1_General_100_BIN2 NULL,
    Naam nvarchar(4000) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT PK_Importeren_LosseRegel PRIMARY KEY (SchoolId, Nummer),
    CONSTRAINT FK_Importeren_LosseRegel_Run FOREIGN KEY (SchoolId, RunId)
        REFERENCES Importeren_Run (SchoolId, Id)
);
GO
