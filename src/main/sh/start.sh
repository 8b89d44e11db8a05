# shellcheck shell=sh
# Read by run.sh, test.sh, and bin/groupbatch of a release, which has it in lib: sets streams and locale right, finds Java,
# and starts the program with it.

fail() {
  printf '%s\n' "$@" >&2
  exit 70
}

# Sets java to the one that JAVA_HOME or the PATH names; to nothing where there is none.
find_java() {
  if [ -n "${JAVA_HOME-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, but there is no Java. Correct it, or unset it."
  else
    java=$(command -v java) || java=''
  fi
}

# Sets java_folder to the place of $java, and version to its major one: 8, 17, 25. The file "release" says so faster than
# a start of Java would.
check_java() {
  java_folder=$(readlink -f -- "$java") || java_folder=$java
  java_folder=${java_folder%/bin/*}
  version=''
  if [ -r "$java_folder/release" ]; then
    while IFS= read -r line; do
      case $line in JAVA_VERSION=*) version=${line#*=} ;; esac
    done <"$java_folder/release"
  fi
  [ -n "$version" ] || version=$("$java" -version 2>&1 | sed -n 's/.*version \("[^"]*"\).*/\1/p')
  version=${version#\"}
  version=${version#1.}
  version=${version%%[!0-9]*}
  if [ -n "$version" ] && [ "$version" -lt 17 ]; then
    fail "Groupbatch needs Java 17 or newer, and $java is Java $version. Set JAVA_HOME to a newer one."
  fi
}

# Becomes Java with the options of every start, those of GROUPBATCH_JAVA_OPTIONS, split at blanks, and the arguments given.
# shellcheck disable=SC2086,SC3045 # one that does not know "ulimit -v" only starts Java once more
start() {
  set -f
  # A Java that does not start ends with 1, which is the code of a run whose rows failed in part.
  if [ -n "${GROUPBATCH_JAVA_OPTIONS-}${JAVA_TOOL_OPTIONS-}${JDK_JAVA_OPTIONS-}${_JAVA_OPTIONS-}" ] \
    || [ "$(ulimit -v 2>/dev/null)" != unlimited ]; then
    reason=$("$java" $java_options ${GROUPBATCH_JAVA_OPTIONS-} -version 2>&1) || fail "$reason" \
      "Java does not start as it is set up. Look at GROUPBATCH_JAVA_OPTIONS, at other options of Java and at the memory."
  fi
  # Java cannot tell how wide the screen is: rows and columns.
  size=''
  [ ! -t 2 ] || size=$(stty size 2>/dev/null <&2) || size=''
  exec "$java" $java_options -Dgroupbatch.columns="${size#* }" ${GROUPBATCH_JAVA_OPTIONS-} "$@"
}

# C1 and the serial collector start fastest. -Xlog:disable: else Java complains of an archive that it cannot use.
java_options='-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable -Djdk.console=java.base'

# A stream that is closed would get the number of the first file that Java opens. Whoever reads or writes what stands
# here instead is told that it cannot be done.
{ : <&0; } 2>/dev/null || exec 0>/dev/null
{ : >&1; } 2>/dev/null || exec 1</dev/null
{ : >&2; } 2>/dev/null || exec 2>/dev/null

# Java reads the names of files, arguments and variables as the locale says. Under cron that is C, which has ASCII only.
case $(locale charmap 2>/dev/null) in
  '' | ANSI_X3.4-1968 | US-ASCII | 646)
    LC_ALL=C.UTF-8
    export LC_ALL
    {
      [ "$(locale charmap)" = UTF-8 ] || LC_ALL=$(locale -a | grep -i -m 1 'utf-\?8') || LC_ALL=C.UTF-8
    } 2>/dev/null
    ;;
esac
