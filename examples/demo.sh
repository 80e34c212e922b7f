#!/bin/sh
# The main job on the embedded default, from an empty record to the papers. Run it with: make demo
set -eu
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
NEMCON_DB=$folder/wg7.db NEMCON_BY=secretary
export NEMCON_DB NEMCON_BY

say() { printf '\n== %s\n' "$1"; }

echo "What follows the provisional agenda is an illustration, not the real proceedings of any meeting."
nemcon init >/dev/null
say "Read: an annotated provisional agenda, its two warnings accepted"
nemcon import examples/agenda.txt --as wg7 --body UNTOC-COP/WG.7 --parent UNTOC-COP --rules untoc \
  --zone Europe/Vienna --symbol CTOC/COP/WG.7/2020/1 --accept-warnings >"$folder/read" 2>"$folder/note"
sed -n -e '/^Meeting/p' -e '/^Services/p' -e '/^Agenda/p' -e '/^Silence/,/^Resolution/p' "$folder/read" | cut -c1-100
cat "$folder/note"

say "Refused: an adoption before the opening"
nemcon agenda adopt --at 2020-09-07 2>&1 || true

say "The first morning: opened, an item added and another retitled orally, the agenda adopted"
cat examples/resolutions.nemcon examples/first-day.nemcon | nemcon run - | tail -n 1

say "Refused: a second adoption"
nemcon agenda adopt --at 10:30 2>&1 || true

say "The rest: hybrid hours, items taken up, continued, concluded, a typo corrected, the report forwarded"
nemcon run examples/the-rest.nemcon >"$folder/rest"
sed -n -e '/revised/p' -e '/place of entry/p' -e '/forwarded/p' "$folder/rest"

nemcon run examples/papers.nemcon | tee "$folder/papers"

say "Told again from the events alone: are the papers the same, byte for byte?"
nemcon rebuild
nemcon run examples/papers.nemcon | cmp - "$folder/papers" && echo "The same."

say "Where did things stand when entry 42 was recorded, before the adoption?"
nemcon status --known-at 42

say "Try next: nemcon --help, nemcon history --help, docs/tutorial.md"
