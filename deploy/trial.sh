#!/usr/bin/env bash
# Builds and starts deploy/compose.yaml, with secrets made once in deploy/secrets (kept out of git).
set -euo pipefail
cd "$(dirname "$0")"
umask 077
mkdir -p secrets
[ -f secrets/numo.key ] || head -c 32 /dev/urandom | base64 -w0 > secrets/numo.key
# A container reads it as a user of its own.
chmod 444 secrets/numo.key
if [ ! -f secrets/env ]; then
  # SQL Server asks for three kinds of characters; the letters before and the digit behind see to that.
  random() { head -c 18 /dev/urandom | base64 -w0 | tr -d '/+='; }
  printf 'NUMO_SA_PASSWORD=Sa%s7\nNUMO_DATABASE_PASSWORD=Nu%s7\n' "$(random)" "$(random)" > secrets/env
fi
docker compose --env-file secrets/env -f compose.yaml up --build --detach "$@"
cat <<TEXT

gRPC 127.0.0.1:5070, JSON http://127.0.0.1:5071. The invented schools, with BRIN, domain, user and password:
  docker compose --env-file deploy/secrets/env -f deploy/compose.yaml logs simulator
A token:
  Numo__Auth__DevelopmentKeyFile=$PWD/secrets/numo.key dotnet run --project src/Cli -- token --scope numo.read --scope numo.import --scope numo.leerplan --scope numo.beheer
Stop, and forget all: docker compose --env-file deploy/secrets/env -f deploy/compose.yaml down --volumes
TEXT
