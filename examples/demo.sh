#!/bin/sh
# The main job on the embedded default, from an empty record to the papers. Run it with: make demo
set -eu
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
NEMCON_DB=$folder/wg7.db NEMCON_BY=secretary
export NEMCON_DB NEMCON_BY

lines() { sed -n -e "$1" | cut -c1-150; }

echo "What follows the provisional agenda is an illustration, not the real proceedings of any meeting."
nemcon init >/dev/null
nemcon import examples/agenda.txt --as wg7 --body UNTOC-COP/WG.7 --parent UNTOC-COP --rules untoc \
  --zone Europe/Vienna --symbol CTOC/COP/WG.7/2020/1 --accept-warnings >"$folder/read" 2>&1
lines '/^Meeting/p; /^Agenda/p; /^Note/p' <"$folder/read"
nemcon agenda adopt --at 2020-09-07 2>&1 || true
cat examples/resolutions.nemcon examples/first-day.nemcon | nemcon run - | tail -n 1
nemcon agenda adopt --at 10:30 2>&1 | head -n 2 || true
nemcon run examples/the-rest.nemcon | lines '/revised/p; /took up item 3/p; /resumed/p; /concluded .* item 3/p; /entry 59/p; /adopted the report/p; /forwarded/p'
nemcon run examples/papers.nemcon >"$folder/papers"
sed -n -e '/^Agenda/,$p' "$folder/papers" | grep -v -e '^$' -e '^Generated'
nemcon rebuild | tr '\n' ' '
nemcon run examples/papers.nemcon | cmp - "$folder/papers" && echo "The papers are the same, byte for byte."
echo "And at entry 42, before the adoption? nemcon status --known-at 42"
nemcon status --known-at 42 | lines '/^Agenda/p; /^Pending/p'
echo "Try next: nemcon --help; nemcon history; docs/tutorial.md"
