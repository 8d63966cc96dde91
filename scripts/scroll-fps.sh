#!/bin/sh
# Scrolls in a real window of 1280×800, painted by Mesa without a graphics card, and says how
# many frames a second that gives: through the pages of a toolkit, or down and up the season
# board of five places (on a screen of that size: see on-display.sh).
#   scroll-fps.sh BINARY toolkit
#   scroll-fps.sh BINARY season VAULT    (passphrase "demo")
# Mesa's own counter (GALLIUM_HUD) counts them.
set -eu
kring=$1
what=$2
work=$(mktemp -d)
app=
trap 'kill $app 2>/dev/null || true; wait; rm -rf "$work"' EXIT
export HOME="$work/home" LANG=nl_NL.UTF-8
mkdir -p "$HOME/.config/fyne/nl.kring.desktop" "$work/fps"
printf '{"language":"nl","darkness":"light"}' >"$HOME/.config/fyne/nl.kring.desktop/preferences.json"
if [ "$what" = toolkit ]; then
	"$kring" demo --out "$work/demo" >/dev/null
	vault="$work/demo/demo.kring"
else
	vault=$3
fi
LIBGL_ALWAYS_SOFTWARE=1 GALLIUM_HUD=fps GALLIUM_HUD_PERIOD=0.25 GALLIUM_HUD_VISIBLE=false GALLIUM_HUD_DUMP_DIR="$work/fps" \
	"$kring" --vault "$vault" &
app=$!
until xdotool search --onlyvisible --pid "$app" >/dev/null 2>&1; do sleep 0.1; done
sleep 1
window=$(xdotool search --onlyvisible --pid "$app" | head -n 1)
xdotool windowmove "$window" 0 0 windowsize "$window" 1280 800
sleep 0.5
xdotool type demo
xdotool key Return
sleep 2
if [ "$what" = toolkit ]; then
	xdotool key alt+5
else
	xdotool key alt+3
	sleep 1
	# The head of the page: ideas, season, reports, a new place.
	xdotool mousemove "${SEASON_X:-1015}" 36 click 1
fi
sleep 2
[ -z "${PICTURE:-}" ] || import -window root "$PICTURE"
xdotool mousemove 900 500
before=$(wc -l <"$work/fps/fps")
for turn in 1 2 3 4 5 6 7 8; do
	xdotool click --repeat 22 --delay 12 5
	xdotool click --repeat 22 --delay 12 4
done
[ -z "${PICTURE:-}" ] || import -window root "${PICTURE%.png}-after.png"
tail -n +"$((before + 2))" "$work/fps/fps" | head -n -1 | sort -n | awk -v what="$what" '
	{ fps[NR] = $1 }
	END { printf "scrolling, %s: %.0f frames a second in the middle, %.0f at the lowest quarter of a second of %d\n", what, fps[int((NR + 1) / 2)], fps[1], NR }'
