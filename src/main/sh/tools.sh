# shellcheck shell=bash
# Read by run.sh and test.sh when a tool is missing: names the command of this system that installs it, and runs that
# command when somebody says yes, or GROUPBATCH_INSTALL=yes does. Needs their function "fail".

# The command that installs the tools $@ (jdk, maven, chromium, zsh); nothing where no way is known.
install_command() {
  local tool packages=() casks=() ubuntu=''
  if command -v apt-get >/dev/null; then
    grep -qs '^ID=ubuntu' /etc/os-release && ubuntu=yes
    for tool in "$@"; do
      case $tool in
        jdk) packages+=(default-jdk-headless) ;;
        chromium) [ -n "$ubuntu" ] && packages+=(chromium-browser chromium-chromedriver) || packages+=(chromium chromium-driver) ;;
        *) packages+=("$tool") ;;
      esac
    done
    printf '%sapt-get update && %sapt-get install -y --no-install-recommends ca-certificates %s\n' \
      "$as_root" "${as_root}env DEBIAN_FRONTEND=noninteractive " "${packages[*]}"
  elif command -v dnf >/dev/null; then
    for tool in "$@"; do
      case $tool in
        jdk) packages+=(java-latest-openjdk-devel) ;;
        chromium) packages+=(chromium chromedriver) ;;
        *) packages+=("$tool") ;;
      esac
    done
    printf '%sdnf install -y %s\n' "$as_root" "${packages[*]}"
  elif command -v brew >/dev/null; then
    for tool in "$@"; do
      case $tool in
        jdk) casks+=(temurin) ;;
        chromium) casks+=(chromium chromedriver) ;;
        *) packages+=("$tool") ;;
      esac
    done
    [ ${#packages[@]} -eq 0 ] || packages=(brew install "${packages[@]}")
    [ ${#casks[@]} -eq 0 ] || casks=(brew install --cask "${casks[@]}")
    if [ ${#packages[@]} -gt 0 ] && [ ${#casks[@]} -gt 0 ]; then
      printf '%s && %s\n' "${packages[*]}" "${casks[*]}"
    else
      printf '%s\n' "${packages[*]-}${casks[*]-}"
    fi
  fi
}

# Installs the tools $@, or ends with 70 and the command that would.
install_missing() {
  local names=() tool command answer='' as_root=''
  for tool in "$@"; do
    case $tool in
      jdk) names+=('a JDK (17 or newer)') ;;
      maven) names+=(Maven) ;;
      chromium) names+=('Chromium and its driver') ;;
      *) names+=("$tool") ;;
    esac
  done
  local list
  list=$(printf ', %s' "${names[@]}")
  list=${list#, }
  [ "$(id -u)" -eq 0 ] || as_root='sudo '
  command=$(install_command "$@")
  [ -n "$command" ] || fail "Missing: $list. Install it with the package manager of this system, then give the same command again."
  case $command in
    *sudo*) command -v sudo >/dev/null || fail "Missing: $list. Let the administrator of this system install it: ${command//sudo /}" ;;
  esac
  if [ "${GROUPBATCH_INSTALL-}" != yes ]; then
    if [ ! -t 0 ] || [ ! -t 2 ]; then
      fail "Missing: $list. Install it: $command" "Or set GROUPBATCH_INSTALL=yes, and that is done for you."
    fi
    printf 'Missing: %s.\nInstall it now: %s? [y/N] ' "$list" "$command" >&2
    read -r answer || answer=''
    case $answer in
      y | Y | yes | Yes | YES) ;;
      *) fail "Nothing was installed. To install it yourself: $command" ;;
    esac
  fi
  echo "Installing $list ..." >&2
  bash -c "$command" >&2 </dev/null || fail "The installation failed; what it says stands above. The command was: $command"
  hash -r
}
