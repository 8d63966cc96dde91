#!/bin/sh
# Sends Kring's XLIFF files through the parser and the writer of the npm package xliff and
# compares what comes back. The arguments are the tags of go.
set -eu
command -v npm >/dev/null 2>&1 || sh scripts/deps.sh nodejs npm
dir=.cache/compare-xliff
mkdir -p "$dir"
cp scripts/compare-xliff.mjs "$dir/"
[ -d "$dir/node_modules/xliff" ] || npm install --silent --no-audit --no-fund --prefix "$dir" xliff@6.4.0
COMPARE_XLIFF="$PWD/$dir/compare-xliff.mjs" go test -count 1 -tags "$1 compare" -run AgainstXliff -v ./toolkit/exchange
