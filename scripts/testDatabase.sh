#!/usr/bin/env bash
# Starts a separate PostgreSQL for the tests, and prints its address.
# Needs Debian's package postgresql; as root it runs as the user postgres.
# Writes are not synced to disk, since nothing in it outlives the tests.
set -euo pipefail
folder=$(mktemp -d)
bin=$(ls -d /usr/lib/postgresql/*/bin | tail -n 1)
as=()
if [ "$(id -u)" = 0 ]; then
  chown postgres "$folder"
  as=(runuser -u postgres --)
fi
cd /
# A free port, so that two runs on one machine do not conflict.
port=${1:-$(node -e 'const server = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(server.address().port); server.close(); })')}
"${as[@]}" "$bin/initdb" -D "$folder/data" -U broadsheet --auth=trust -E UTF8 --locale=C.UTF-8 >"$folder/log" 2>&1 || (cat "$folder/log" >&2; exit 1)
"${as[@]}" "$bin/pg_ctl" -D "$folder/data" -w -o "-p $port -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -k $folder" -l "$folder/server.log" start >>"$folder/log" 2>&1 </dev/null
"${as[@]}" "$bin/createdb" -h 127.0.0.1 -p "$port" -U broadsheet broadsheet
echo "postgres://broadsheet@127.0.0.1:$port/broadsheet"
