-- Makes the database and the login of the API. Run once, by an administrator of the server:
--   sqlcmd -S SERVER -U sa -b -i deploy/create-database.sql -v Password="..."
-- The API brings the tables itself at its start, so its user owns the schema of this one database and nothing else.
IF DB_ID(N'Numo') IS NULL
    CREATE DATABASE Numo;
GO
-- Readers do not wait for an import, nor it for them. The API is right without it as well, only slower.
ALTER DATABASE Numo SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
GO
IF NOT EXISTS (SELECT 1 FROM sys.server_principals WHERE name = N'numo')
    CREATE LOGIN numo WITH PASSWORD = N'$(Password)', DEFAULT_DATABASE = Numo;
GO
USE Numo;
GO
IF NOT EXISTS (SELECT 1 FROM sys.database_principals WHERE name = N'numo')
    CREATE USER numo FOR LOGIN numo;
GO
ALTER ROLE db_owner ADD MEMBER numo;
GO
