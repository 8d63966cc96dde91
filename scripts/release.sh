#!/bin/sh
# Builds Kring for this system into a folder: release.sh TAGS FOLDER. The sum stands beside it.
set -eu
tags=$1 folder=$2
name=kring-$(go env GOOS)-$(go env GOARCH)
mkdir -p "$folder"
# -trimpath takes the paths of this machine out; without a build id and with the folder of
# the C compiler mapped away, what cgo makes has none either.
here=$(pwd)
export CGO_CFLAGS="-O2 -g0 -ffile-prefix-map=$here=. -ffile-prefix-map=$(go env GOMODCACHE)=mod"
export CGO_LDFLAGS="-O2 -Wl,--build-id=none"
go build -trimpath -buildvcs=false -tags "$tags" -ldflags "-s -w -buildid=" -o "$folder/$name" .
(cd "$folder" && sha256sum "$name" | tee "$name.sha256")
