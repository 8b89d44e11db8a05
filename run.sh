#!/usr/bin/env bash
# Builds Groupbatch when its sources are newer than the program, then runs it with the arguments given.
# Exit code: the program's (README, "Exit codes"); 70 when it cannot be built or Java is missing.
set -u

home=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)
jar=$home/target/groupbatch.jar

fail() {
  printf '%s\n' "$@" >&2
  exit 70
}

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
command -v "$java" >/dev/null || fail "Java is missing. Install a JDK, 17 or newer."

if [ ! -e "$jar" ] || [ -n "$(find "$home/pom.xml" "$home/.mvn" "$home/src/main" -newer "$jar" -print -quit)" ]; then
  command -v mvn >/dev/null || fail "Maven is missing. Install it to build Groupbatch."
  echo "Building Groupbatch (only needed when its sources are newer) ..." >&2
  log=$(mktemp) || fail "There is no room for temporary files."
  if ! mvn -q -B -f "$home/pom.xml" -Dmaven.test.skip=true package >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    fail "Groupbatch could not be built; Maven says why above."
  fi
  rm -f "$log"
  touch "$jar"
fi

exec "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Djdk.console=java.base \
  -Dgroupbatch.home="$home" ${GROUPBATCH_JAVA_OPTIONS-} -jar "$jar" "$@"
