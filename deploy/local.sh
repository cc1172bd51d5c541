#!/usr/bin/env bash
# Starts two API processes behind the gateway, and the simulator, on loopback; stops them all when it ends (Ctrl-C).
#
#   deploy/local.sh                                   on one SQLite file in a new temporary folder
#   deploy/local.sh --data DIR                        on one SQLite file in DIR, which is kept
#   NUMO_SQLSERVER="Server=...;Database=Numo;..." deploy/local.sh
#                                                     on a database that deploy/create-database.sql made
# Options: --schools N (20), --pupils N (600), --port N (5070): the first of seven ports in a row.
set -euo pipefail
cd "$(dirname "$0")/.."

data="" schools=20 pupils=600 port=5070
while [ $# -gt 0 ]; do
  case "$1" in
    --data) data="${2:?--data wants a folder}"; shift 2 ;;
    --schools) schools="${2:?--schools wants a number}"; shift 2 ;;
    --pupils) pupils="${2:?--pupils wants a number}"; shift 2 ;;
    --port) port="${2:?--port wants a number}"; shift 2 ;;
    -h|--help) sed -n '2,9s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) echo "deploy/local.sh: '$1' is no option; see --help" >&2; exit 2 ;;
  esac
done

umask 077
temporary=""
if [ -z "$data" ]; then temporary="$(mktemp -d)"; data="$temporary"; fi
mkdir -p "$data"
data="$(cd "$data" && pwd)"

pids=()
stop() {
  trap - EXIT INT TERM
  for pid in "${pids[@]}"; do kill -TERM "$pid" 2>/dev/null || true; done
  for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || true; done
  [ -z "$temporary" ] || rm -rf "$temporary"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

echo "Building."
for project in Simulator Api Gateway Cli; do dotnet build "src/$project" -v q --nologo "-clp:ErrorsOnly;NoSummary"; done
program() { echo "artifacts/bin/Kurve.Numo.$1/debug/Kurve.Numo.$1.dll"; }

# Starts a program in the background with its output in a file of its own.
start() {
  local name="$1"; shift
  "$@" > "$data/$name.log" 2>&1 &
  pids+=($!)
}

# Waits until an address answers, for a minute; gives up at once when the program has ended.
await() {
  local name="$1" address="$2" pid="${pids[-1]}"
  for _ in $(seq 600); do
    if curl -fsS -o /dev/null "$address" 2>/dev/null; then return; fi
    if ! kill -0 "$pid" 2>/dev/null; then break; fi
    sleep 0.1
  done
  echo "deploy/local.sh: $name did not start; its last lines:" >&2
  tail -n 5 "$data/$name.log" >&2
  exit 1
}

grpc=$port json=$((port + 1)) simulator=$((port + 2))
start simulator dotnet "$(program Simulator)" --port "$simulator" --schools "$schools" --pupils "$pupils"
await simulator "http://127.0.0.1:$simulator/control/misbehaviours"

export ASPNETCORE_ENVIRONMENT=Development
export Numo__Auth__DevelopmentKeyFile="$data/numo.key"
dotnet "$(program Cli)" token --scope numo.read > "$data/numo.token" 2>&1
export Numo__DataProtection__KeyFolder="$data/keys"
export Numo__AllowLoopback=true Numo__Magister__BaseUrlOverride="http://127.0.0.1:$simulator"
export Numo__Uwlr__Endpoint="http://127.0.0.1:$simulator/uwlr-l/leerlinggegevens-smalle-set.svc"
export Numo__Uwlr__Klantcode=KURVE-SIM Numo__Uwlr__Klantnaam='Kurve simulator'
Numo__Uwlr__Autorisatiesleutel="$(sed -n 's/^UWLR sleutel=\([^ ]*\).*/\1/p' "$data/simulator.log")"
export Numo__Uwlr__Autorisatiesleutel
if [ -n "${NUMO_SQLSERVER:-}" ]; then
  export Numo__Database__Provider=SqlServer Numo__Database__ConnectionString="$NUMO_SQLSERVER"
else
  export Numo__Database__Provider=Sqlite Numo__Database__ConnectionString="Data Source=$data/numo.db"
fi

for replica in 0 1; do
  first=$((port + 3 + 2 * replica))
  export Kestrel__Endpoints__Grpc__Url="http://127.0.0.1:$first" Kestrel__Endpoints__Grpc__Protocols=Http2
  export Kestrel__Endpoints__Json__Url="http://127.0.0.1:$((first + 1))" Kestrel__Endpoints__Json__Protocols=Http1
  start "api-$((replica + 1))" dotnet "$(program Api)"
  await "api-$((replica + 1))" "http://127.0.0.1:$((first + 1))/healthz/ready"
  export "Gateway__Replicas__${replica}__Grpc=http://127.0.0.1:$first"
  export "Gateway__Replicas__${replica}__Json=http://127.0.0.1:$((first + 1))"
done

export Kestrel__Endpoints__Grpc__Url="http://127.0.0.1:$grpc" Kestrel__Endpoints__Json__Url="http://127.0.0.1:$json"
start gateway dotnet "$(program Gateway)"
await gateway "http://127.0.0.1:$json/healthz/ready"

cat <<TEXT
Two replicas behind the gateway: gRPC 127.0.0.1:$grpc, JSON http://127.0.0.1:$json. Logs: $data
The invented schools stand in $data/simulator.log. In another terminal:
  export Numo__Auth__DevelopmentKeyFile=$data/numo.key NUMO_API=http://127.0.0.1:$grpc
  export NUMO_TOKEN=\$(dotnet run --project src/Cli -- token --scope numo.read --scope numo.import --scope numo.leerplan --scope numo.beheer)
  dotnet run --project src/Cli -- school list
Ctrl-C stops everything.
TEXT
wait -n
echo "deploy/local.sh: one of the programs ended; the logs in $data say why." >&2
temporary=""
exit 1
