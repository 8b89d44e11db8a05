#!/usr/bin/env bash
# Makes a release: ./release.sh VERSION, such as ./release.sh 1.1.0. Sets the version, dates the changelog, commits that,
# runs what CI runs, and tags it; the archives and their checksums are in target then. Pushes nothing.
# The archives must be the same when they are made again, and hold their bill of materials.
# Exit code: 0 when all is done; else there is no commit and no tag. Needs GNU sed.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"

die() {
  printf '%s\n' "$*" >&2
  exit 1
}

version=${1-}
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || die 'Which version? ./release.sh 1.1.0'
[ -z "$(git status --porcelain)" ] || die 'There are changes that are not committed. Commit or drop them first.'
! git rev-parse -q --verify "refs/tags/v$version" >/dev/null || die "There is a tag v$version already."
today=$(date -u +%F)
old=$(sed -n 's|^\t<version>\(.*\)</version>$|\1|p' pom.xml)

before=$(git rev-parse HEAD)
# Nothing of anybody's is lost: there were no changes.
undo() {
  git reset -q --hard "$before"
  die 'No release was made; all is as before.'
}
trap undo ERR INT TERM

# The first line of that form is the program's own, the others are indented further.
sed -i -e "s|^\t<version>$old</version>$|\t<version>$version</version>|" \
  -e "s|<project.build.outputTimestamp>.*</|<project.build.outputTimestamp>${today}T00:00:00Z</|" pom.xml
sed -i "s|groupbatch-$old\b|groupbatch-$version|g" SECURITY.md docs/installation.md
if ! grep -q "^## \[$version\]" CHANGELOG.md; then
  grep -A3 '^## \[Unreleased\]' CHANGELOG.md | grep -q '^### ' || { echo 'Nothing stands under Unreleased in CHANGELOG.md.' >&2; undo; }
  sed -i "s|^## \[Unreleased\]$|## [Unreleased]\n\n## [$version] - $today|" CHANGELOG.md
fi
git diff --quiet || git commit -q -am "Version $version"

.ci/run

checksums() {
  cat "target/groupbatch-$version.tar.gz.sha256" "target/groupbatch-$version.zip.sha256"
}
first=$(checksums)
mvn -q -B clean package -DskipTests
[ "$first" = "$(checksums)" ] || { echo 'The archives are others when they are made again.' >&2; undo; }
files=$(tar -tzf "target/groupbatch-$version.tar.gz")
[[ $files == */application.cdx.json* ]] || { echo 'The archives have no bill of materials.' >&2; undo; }

trap - ERR INT TERM
git tag -a "v$version" -m "Groupbatch $version"
checksums
echo "Version $version is committed and tagged. Push it: git push origin HEAD v$version"
