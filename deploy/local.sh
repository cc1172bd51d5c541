#!/usr/bin/env bash
# Starts two API processes behind the gateway, and the simulator, on loopback; stops them all when it ends (Ctrl-C).
#
#   deploy/local.sh                                   on one SQLite file in a new temporary folder
#   deploy/local.sh --data DIR                        on one SQLite file in DIR, which is kept
#   NUMO_SQLSERVER="Server=...;Database=Numo;..." deploy/local.sh
#                                                     on a database that deploy/create-database.sql made
# Options: --schools N (20), --pupils N (600), --port N (5070): the first of seven ports in a row.
# Other settings pass through the environment; times are by the Dutch clock:
#   Numo__Sync__Venster=12:41-12:42 deploy/local.sh
# An API process that ends, or that you kill, is named; the rest goes on. When the simulator or the gateway ends, all ends.
set -euo pipefail
cd "$(dirname "$0")/.."

data="" schools=20 pupils=600 port=5070
while [ $# -gt 0 ]; do
  case "$1" in
    --data) data="${2:?--data wants a folder}"; shift 2 ;;
    --schools) schools="${2:?--schools wants a number}"; shift 2 ;;
    --pupils) pupils="${2:?--pupils wants a number}"; shift 2 ;;
    --port) port="${2:?--port wants a number}"; shift 2 ;;
    -h|--help) sed -n '2,12s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) echo "deploy/local.sh: '$1' is no option; see --help" >&2; exit 2 ;;
  esac
done
refuse() { echo "deploy/local.sh: $1" >&2; exit 2; }
for number in "--schools $schools" "--pupils $pupils" "--port $port"; do
  [[ ${number#* } =~ ^[1-9][0-9]{0,8}$ ]] || refuse "${number%% *} wants a number, and not '${number#* }'"
done
[ "$port" -le 65529 ] || refuse "--port $port: there are no seven ports from there on"
for taken in $(seq "$port" $((port + 6))); do
  if (exec 3<> "/dev/tcp/127.0.0.1/$taken") 2>/dev/null; then
    refuse "port $taken of the seven from $port on is taken; stop what uses it, or give another --port"
  fi
done

umask 077
temporary=""
if [ -z "$data" ]; then temporary="$(mktemp -d)"; data="$temporary"; fi
mkdir -p "$data"
data="$(cd "$data" && pwd)"

declare -A names=() # Of the programs that run, by process id.
stop() {
  trap - EXIT INT TERM
  for pid in "${!names[@]}"; do kill -TERM "$pid" 2>/dev/null || true; done
  for pid in "${!names[@]}"; do wait "$pid" 2>/dev/null || true; done
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
  names[$!]="$name"
}

# Waits until an address answers, for a minute; gives up at once when the program has ended.
await() {
  local name="$1" address="$2" pid=$!
  for _ in $(seq 600); do
    # Another program may answer at the address of one that has ended.
    kill -0 "$pid" 2>/dev/null || break
    if curl -fsS -o /dev/null "$address" 2>/dev/null && kill -0 "$pid" 2>/dev/null; then return; fi
    sleep 0.1
  done
  echo "deploy/local.sh: $name did not start; the last lines of $data/$name.log:" >&2
  tail -n 5 "$data/$name.log" >&2
  temporary=""
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
Processes:$(for pid in "${!names[@]}"; do echo " ${names[$pid]}=$pid"; done | sort | tr -d '\n')
Ctrl-C stops everything.
TEXT
while true; do
  code=0
  wait -n -p pid || code=$?
  name="${names[$pid]}"
  unset "names[$pid]"
  [[ $name == api-* ]] || break
  echo "$name ended (code $code); the rest goes on"
done
echo "deploy/local.sh: $name ended (code $code), and all with it; its log is $data/$name.log" >&2
temporary=""
exit 1
