#!/bin/sh
# Installs what building and testing Kring needs on Debian and Ubuntu, and says so; with names
# of packages these too.
set -eu
needed="gcc pkg-config libgl1-mesa-dev xorg-dev libxkbcommon-dev libgl1-mesa-dri xvfb xdotool x11-utils imagemagick poppler-utils qpdf libreoffice-calc unicode-data pango1.0-tools libxml2-utils gettext dbus-daemon $*"
command -v dpkg-query >/dev/null 2>&1 || exit 0
missing=""
for p in $needed; do
	dpkg-query -W -f='${Status}' "$p" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $p"
done
[ -n "$missing" ] || exit 0
echo "Installing what Kring needs:$missing"
sudo=""
[ "$(id -u)" = 0 ] || sudo="sudo"
$sudo apt-get update -qq
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
