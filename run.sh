#!/usr/bin/env bash
# Builds Groupbatch when its sources are others than last time, then runs it with the arguments given.
# Exit code: the program's (docs/reference/exit-codes.md); 70 when it cannot be built or Java is missing. What is
# missing is installed when you say yes, or with GROUPBATCH_INSTALL=yes (src/main/sh/tools.sh).
#
# A build is done in a copy of the sources and kept under a name made from their content. So it never disturbs
# a program that runs, a "mvn verify" or another build, and a build that fails leaves the last one as it was.
#
# To start fast, the program is kept unpacked as well, with an archive of its classes as Java has loaded them. Each
# Java needs its own, which it makes in the background at its first start. What goes wrong with that is passed over
# in silence: the program runs all the same, only its start takes longer.
set -u

# One word for the content of everything that the program is made from.
fingerprint() {
  (cd -- "$home" && find pom.xml .mvn src/main -type f -print | LC_ALL=C sort | tr '\n' '\0' | xargs -0 cksum | cksum) \
    | tr -s ' \t' '-' | sed 's/-*$//'
}

# Unpacks $jar by way of $1: Java reads classes faster from several plain jars than from a jar of jars.
unpack() {
  if "$java" -Djarmode=tools -jar "$jar" extract --destination "$1" >/dev/null 2>&1 </dev/null \
    && [ -e "$1/${jar##*/}" ] && [ ! -e "$unpacked" ]; then
    mv -- "$1" "$unpacked" 2>/dev/null
  fi
}

# A name for the archive that fits this Java and this place, and no other.
archive_name() {
  { printf '%s\n' "$java_folder" "$version" "$unpacked" && cat -- "$java_folder/release"; } 2>/dev/null | cksum | tr -s ' \t' '-'
}

# Makes $archive by a small import into the sandbox, whose state and output are thrown away. A failure is remembered.
make_archive() {
  local work
  work=$(mktemp -d "$unpacked/training.XXXXXX") || return
  # shellcheck disable=SC2086 # several options
  nice "$java" $java_options "$write_archive=$work/archive" -Dgroupbatch.home="$home" -jar "$program" \
    import "$home/input/groups.csv" --sandbox --state "$work/state" --output "$work/output"
  if [ -s "$work/archive" ]; then
    mv -f -- "$work/archive" "$archive"
  else
    : >"$archive.failed"
  fi
  rm -rf -- "$work"
}

# Sees to an archive for the starts to come, unless somebody does already. This start does not wait for it.
archive_later() {
  [ -w "$unpacked" ] && [ ! -e "$archive.failed" ] || return 0
  (
    trap '' HUP
    if command -v flock >/dev/null; then
      exec 9>>"$archive.lock" && flock -n 9 || exit 0
    fi
    [ -e "$archive" ] || make_archive
  ) >/dev/null 2>&1 </dev/null &
}

# Says once that a build has come to a phase: $1 what Maven writes in its log then, $2 in words, $3 the log.
tell_phase() {
  if grep -q -e "$1" "$3" && ! grep -q -x -e "$2" "$3.told"; then
    printf '%s\n' "$2" >>"$3.told"
    echo "  $2 ..." >&2
  fi
}

# A line for each phase of the build that $1 is the log of.
tell_phases() {
  : >>"$1.told"
  tell_phase '^Download' 'Downloading libraries and build tools' "$1"
  tell_phase '--- .*compiler.*:compile' 'Compiling' "$1"
  tell_phase '--- .*jar.*:jar' 'Packing' "$1"
}

# Says how far a build is, and now and then that it goes on.
watch_build() {
  local seconds=0
  while sleep 1 >/dev/null 2>&1; do
    seconds=$((seconds + 1))
    tell_phases "$1"
    [ $((seconds % 15)) -ne 0 ] || echo "  Still building ($seconds seconds) ..." >&2
  done
}

# All that the build has in the background, also what was started a moment ago.
# shellcheck disable=SC2046,SC2317 # called by traps
stop_maven() {
  kill $(jobs -p)
  wait
} 2>/dev/null

# Whether $java is one of a JDK.
has_compiler() {
  [ -x "$(dirname -- "$(readlink -f -- "$java")")/javac" ] || [ -x "$(dirname -- "$java")/javac" ]
}

# Puts the program into $jar.
build() {
  local work log maven ticker status
  command -v mvn >/dev/null || fail "Maven is missing. Install it to build Groupbatch."
  has_compiler || fail "$java comes without a compiler. Install a JDK, 17 or newer, to build Groupbatch."
  work=$(mktemp -d "$builds/build.XXXXXX") || fail "Groupbatch is not built yet, and nothing can be written in $builds."
  log=$work/build.log
  trap 'rm -rf -- "$work"' EXIT
  trap 'stop_maven; exit 130' INT
  trap 'stop_maven; exit 143' TERM HUP
  echo "Building Groupbatch (only when its sources have changed; the first time takes a few minutes) ..." >&2
  if ! { mkdir -- "$work/src" && cp -R -- "$home/pom.xml" "$home/.mvn" "$work" && cp -R -- "$home/src/main" "$work/src"; }; then
    fail "The sources could not be copied into $work."
  fi
  : >"$log"
  mvn -B -f "$work/pom.xml" -Dmaven.test.skip=true -Dspring-javaformat.validate.skip=true \
    -Derror-prone.plugin=-proc:none -Dassembly.skipAssembly=true -Dmaven.antrun.skip=true package \
    >"$log" 2>&1 </dev/null &
  maven=$!
  watch_build "$log" </dev/null &
  ticker=$!
  wait "$maven"
  status=$?
  maven=''
  { kill "$ticker" && wait "$ticker"; } 2>/dev/null
  ticker=''
  tell_phases "$log"
  if [ "$status" -ne 0 ] || ! { touch "$work/target/groupbatch.jar" && mv -f -- "$work/target/groupbatch.jar" "$jar"; }; then
    grep -v -e '^\[INFO\]' -e '^Download' -e '^$' "$log" >&2 || cat -- "$log" >&2
    fail "Groupbatch could not be built; Maven says why above."
  fi
  unpack "$work/unpacked"
  rm -rf -- "$work"
  trap - EXIT INT TERM HUP
  # Programs of yesterday may still run; older ones and broken-off builds only take up room.
  find "$builds" -mindepth 1 -maxdepth 1 ! -name lock -mtime +1 -exec rm -rf -- {} + 2>/dev/null
}

home=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
# shellcheck source=src/main/sh/start.sh
. "$home/src/main/sh/start.sh" || exit 70
builds=$home/target/program
jar=$builds/groupbatch-$(fingerprint).jar
unpacked=${jar%.jar}

missing=()
find_java
[ -n "$java" ] || missing+=(jdk)
if [ ! -e "$jar" ]; then
  command -v mvn >/dev/null || missing+=(maven)
  # A runtime without a compiler. (JAVA_HOME is somebody's choice; the build says so.)
  [ -n "${JAVA_HOME-}" ] || [ -z "$java" ] || has_compiler || missing+=(jdk)
fi
if [ ${#missing[@]} -gt 0 ]; then
  # shellcheck source=src/main/sh/tools.sh
  . "$home/src/main/sh/tools.sh"
  install_missing "${missing[@]}"
  java=${java:-$(command -v java)} || fail "Java is missing. Install a JDK, 17 or newer."
fi
check_java

if [ ! -e "$jar" ]; then
  if ! { mkdir -p -- "$builds" && : >>"$builds/lock"; } 2>/dev/null; then
    fail "Groupbatch is not built yet, and nothing can be written in $builds." \
      "Start it once as somebody who may write there."
  fi
  # Who waited for somebody else's build finds it done.
  exec 9>>"$builds/lock"
  if command -v flock >/dev/null && ! flock -n 9; then
    echo "Waiting for another start, which builds Groupbatch ..." >&2
    flock 9
  fi
  [ -e "$jar" ] || build
  exec 9>&-
fi

program=$unpacked/${jar##*/}
[ -e "$program" ] || program=$jar
[ -r "$program" ] || fail "$program cannot be read. Give yourself the right to read it, or install Groupbatch again."

# As it was typed, so that the commands that the program names can be copied.
command=$0
case $command in
  */*) ;;
  *) [ ! -e "./$command" ] || command=./$command ;;
esac
printf -v command '%q' "$command"
options=(-Dgroupbatch.home="$home" -Dgroupbatch.command="$command")

if [ "$program" != "$jar" ]; then
  archive=$unpacked/$(archive_name)
  if [ "${version:-0}" -ge 25 ]; then
    read_archive=-XX:AOTCache write_archive=-XX:AOTCacheOutput
  else
    read_archive=-XX:SharedArchiveFile write_archive=-XX:ArchiveClassesAtExit
  fi
  if [ -e "$archive" ]; then
    options+=("$read_archive=$archive")
  else
    archive_later
  fi
fi

shopt -s execfail
start "${options[@]}" -jar "$program" "$@"
fail "$java cannot be started."
