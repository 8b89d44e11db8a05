#!/usr/bin/env bash
# Runs all tests and checks: mvn -B verify. Arguments are given to Maven, such as -Plong.
# Exit code: Maven's; 70 when a tool is missing, with the command that installs it.
set -u

cd -- "$(dirname -- "${BASH_SOURCE[0]}")" || exit 70
# shellcheck source=src/main/sh/start.sh
. src/main/sh/start.sh || exit 70

if [ -n "${JAVA_HOME-}" ] && [ ! -x "$JAVA_HOME/bin/javac" ]; then
  fail "JAVA_HOME is $JAVA_HOME, but there is no JDK. Correct it, or unset it."
fi

missing=()
[ -n "${JAVA_HOME-}" ] || { javac -version && java -version; } >/dev/null 2>&1 || missing+=(jdk)
command -v mvn >/dev/null || missing+=(maven)
{ command -v chromium && command -v chromedriver; } >/dev/null || missing+=(chromium)
# The completion of commands is tested in it, too.
command -v zsh >/dev/null || missing+=(zsh)
if [ ${#missing[@]} -gt 0 ]; then
  # shellcheck source=src/main/sh/tools.sh
  . src/main/sh/tools.sh
  install_missing "${missing[@]}"
fi

exec mvn -B verify "$@"
