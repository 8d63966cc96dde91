#!/bin/sh
# The licence of everything that is built into Kring, beside the list in docs/licences.csv:
# licences.sh TOOL TAGS [write]. Where the tool cannot be fetched it says so and goes on.
set -eu
tool=$1 tags=$2 write=${3:-}
list=docs/licences.csv
allowed='Apache-2.0|BSD-2-Clause|BSD-3-Clause|FTL|ISC|MIT|MPL-2.0|Unlicense|Zlib'
found=$(mktemp) said=$(mktemp)
trap 'rm -f "$found" "$said"' EXIT
if ! GOFLAGS="${GOFLAGS:-} -tags=$tags" go run "$tool" report . >"$found" 2>"$said" || [ ! -s "$found" ]; then
	echo "licences: $tool cannot be fetched or run from here, so they were not compared"
	exit 0
fi
# golang/freetype has the FreeType licence or the GPL, in a file that the tool does not know.
cut -d , -f 1,3 "$found" | grep -v '^kring' | sed 's#^\(github.com/golang/freetype/.*\),Unknown#\1,FTL#' | LC_ALL=C sort >"$said"
if grep -Ev ",($allowed)$" "$said"; then
	echo "licences: the ones above are not among those that Kring can be given on with"
	exit 1
fi
[ -z "$write" ] || cp "$said" "$list"
if ! diff -u "$list" "$said"; then
	echo "licences: $list is not up to date; look at the difference, then run: make licences"
	exit 1
fi
echo "licences: $(wc -l <"$list") parts, all as in $list"
