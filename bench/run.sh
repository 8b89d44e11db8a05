#!/usr/bin/env bash
# Measures Groupbatch side by side with the least that a program can do, and writes bench/results.md.
# --quick: fewer rows and rounds. --million: also a file of 1,000,000 rows. --jdk25 DIR: the newer Java for the start.
set -eu
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
unset DOCSPACE_PORTAL_URL DOCSPACE_API_KEY GROUPBATCH_JAVA_OPTIONS

"$here/../run.sh" --version >&2
program=$(GROUPBATCH_JAVA_OPTIONS=-XshowSettings:properties "$here/../run.sh" --version 2>&1 \
  | sed -n 's/^ *java\.class\.path = //p')
lib=$(dirname -- "$program")/lib
"${JAVA_HOME:+$JAVA_HOME/bin/}javac" -d "$work/classes" -cp "$lib/*" "$here"/*.java
python3 "$here/bench.py" --work "$work" --lib "$lib" "$@"
