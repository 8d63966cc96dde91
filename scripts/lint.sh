#!/bin/sh
# go vet, gofumpt, staticcheck, the doors, govulncheck where its database answers, and the licences.
set -eu
tags=$1 staticcheck=$2 gofumpt=$3 govulncheck=$4 licenses=$5
go vet -tags "$tags" ./...
go vet -tags "$tags soak" ./app ./app/mishap
unformatted=$(git ls-files -co --exclude-standard '*.go' | xargs go run "$gofumpt" -l)
if [ -n "$unformatted" ]; then
	echo "not formatted as gofumpt does:"
	echo "$unformatted"
	exit 1
fi
go run "$staticcheck" -tags "$tags" ./...
go test -tags "$tags" ./internal/doors
out=$(mktemp)
if go run "$govulncheck" -tags "$tags" ./... >"$out" 2>&1; then
	echo "govulncheck: nothing found"
elif grep -q 'Vulnerability #' "$out"; then
	cat "$out"
	exit 1
else
	echo "govulncheck: its database cannot be reached from here, so it was not asked"
fi
rm -f "$out"
sh scripts/licences.sh "$licenses" "$tags"
