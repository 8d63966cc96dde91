#!/bin/sh
# The same source gives the same bytes, from two folders and two caches: same-bytes.sh TAGS.
set -eu
tags=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for n in first second/deeper; do
	mkdir -p "$work/$n"
	git ls-files -co --exclude-standard -z | tar --null -T - -cf - | tar -xf - -C "$work/$n"
	(cd "$work/$n" && GOCACHE="$work/cache-$(basename "$n")" sh scripts/release.sh "$tags" "$work/out-$(basename "$n")")
done
diff -r "$work/out-first" "$work/out-deeper"
echo "the same bytes twice"
