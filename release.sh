#!/usr/bin/env bash
# Makes a release: ./release.sh VERSION, such as ./release.sh 1.1.0. Sets the version, dates the changelog, commits that,
# runs what CI runs, and tags it; the archives and their checksums are in target then. Pushes nothing.
# The archive must be the same when it is made again, and hold its bill of materials.
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
trap undo ERR

# The first line of that form is the program's own, the others are indented further.
sed -i -e "s|^\t<version>$old</version>$|\t<version>$version</version>|" \
  -e "s|<project.build.outputTimestamp>.*</|<project.build.outputTimestamp>${today}T00:00:00Z</|" pom.xml
sed -i "s|groupbatch-$old\.|groupbatch-$version.|g" SECURITY.md
if ! grep -q "^## \[$version\]" CHANGELOG.md; then
  grep -A3 '^## \[Unreleased\]' CHANGELOG.md | grep -q '^### ' || { echo 'Nothing stands under Unreleased in CHANGELOG.md.' >&2; undo; }
  sed -i "s|^## \[Unreleased\]$|## [Unreleased]\n\n## [$version] - $today|" CHANGELOG.md
fi
git diff --quiet || git commit -q -am "Version $version"

.ci/run

archive=target/groupbatch-$version.tar.gz
first=$(cut -d' ' -f1 "$archive.sha256")
mvn -q -B clean package -DskipTests
[ "$first" = "$(cut -d' ' -f1 "$archive.sha256")" ] || { echo "$archive is another one when it is made again." >&2; undo; }
tar -tzf "$archive" | grep -q '/application.cdx.json$' || { echo "$archive has no bill of materials." >&2; undo; }

trap - ERR
git tag -a "v$version" -m "Groupbatch $version"
(cd target && cat "groupbatch-$version.tar.gz.sha256" "groupbatch-$version.zip.sha256")
echo "Version $version is committed and tagged. Push it: git push origin HEAD v$version"
