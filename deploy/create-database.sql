-- Makes the database and the login of the API. Run by an administrator of the server, once, and again after a restore on
-- another server; what is there already stays:
--   sqlcmd -S SERVER -U sa -b -i deploy/create-database.sql -v Password="..."
-- sqlcmd 18 checks the server's certificate: with one that is self-signed, on a connection nobody can come between, add -C.
-- The API brings the tables itself at its start, so its user owns the schema of this one database and nothing else.
IF DB_ID(N'Numo') IS NULL
    CREATE DATABASE Numo;
GO
-- Readers do not wait for an import, nor it for them. The API is right without it as well, only slower.
-- Only where it is off: it breaks off what others are at.
IF EXISTS (SELECT 1 FROM sys.databases WHERE name = N'Numo' AND is_read_committed_snapshot_on = 0)
    ALTER DATABASE Numo SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
ALTER DATABASE Numo SET ALLOW_SNAPSHOT_ISOLATION ON;
GO
IF NOT EXISTS (SELECT 1 FROM sys.server_principals WHERE name = N'numo')
    CREATE LOGIN numo WITH PASSWORD = N'$(Password)', DEFAULT_DATABASE = Numo;
GO
USE Numo;
GO
IF NOT EXISTS (SELECT 1 FROM sys.database_principals WHERE name = N'numo')
    CREATE USER numo FOR LOGIN numo;
ELSE
    -- A backup of another server brings a user that belongs to a login of that server.
    ALTER USER numo WITH LOGIN = numo;
GO
ALTER ROLE db_owner ADD MEMBER numo;
GO
