#!/bin/sh
# Makes a picture of every page, in Dutch, English and Arabic, light and dark, in a real
# window of 1024×700: screenshots.sh BINARY OUTDIR, run by on-display.sh. LANGUAGES and
# SHADES pick some.
set -eu
kring=$1
out=$2
mkdir -p "$out"
work=$(mktemp -d)
app=
trap 'kill $app 2>/dev/null || true; wait; rm -rf "$work"' EXIT
export HOME="$work/home" LANG=nl_NL.UTF-8
mkdir -p "$HOME/.config/fyne/nl.kring.desktop"
"$kring" demo --out "$work/demo" >/dev/null

press() { xdotool key --delay 60 "$@"; sleep 0.5; }
write() { xdotool type --delay 20 "$1"; sleep 0.4; }
click() { xdotool mousemove $1 click 1; sleep 0.7; }
shot() { import -window root "$out/$name-$1.png"; }

# begin LANGUAGE DARKNESS [FILE] starts the app anew with these choices.
begin() {
	[ -z "$app" ] || { kill "$app"; wait "$app" 2>/dev/null || true; }
	printf '{"language":"%s","darkness":"%s"}' "$1" "$2" >"$HOME/.config/fyne/nl.kring.desktop/preferences.json"
	shift 2
	"$kring" "$@" &
	app=$!
	until xdotool search --onlyvisible --pid "$app" >/dev/null 2>&1; do sleep 0.1; done
	sleep 1
	window=$(xdotool search --onlyvisible --pid "$app" | head -n 1)
	xdotool windowmove "$window" 0 0
	xdotool windowsize "$window" 1024 700
	sleep 0.5
}

pages() {
	name="$1-$2"
	# Places: what opens the first evening of a place, the support groups, the year, the
	# translation of the workbook, and the writing of the text under it.
	evening="621 159" groups="787 37" year="912 37" desk="944 189" writing="895 298"
	[ "$1" != ar ] || evening="387 178" groups="234 39" year="115 39" desk="59 212" writing="100 334"
	begin "$1" "$2"
	shot welcome
	write kort; press Return; write kort; press Return; shot welcome-weak
	press shift+Tab; press ctrl+a; write "drie groene fietsen"; press Return ctrl+a; write "drie groene fietsen"; press Return
	sleep 2; shot recovery
	rm -rf "$HOME/Kring"
	begin "$1" "$2" --vault "$work/demo/demo.kring"
	shot open
	write fout; press Return; sleep 2; shot open-wrong
	write demo
	press Return
	sleep 1.5
	shot today
	press alt+2; shot courses
	press alt+3; shot cafes
	press ctrl+k; write ervarings; press Return; sleep 0.5; shot place
	click "$evening"; sleep 0.5; shot evening-plan
	press ctrl+Next; shot evening-door
	press ctrl+Next; shot evening-cooking
	press ctrl+Next; shot evening-after
	press alt+4; shot people
	press alt+5; sleep 1; shot toolkits
	click "$groups"; shot groups
	press alt+5; sleep 0.5; click "$year"; shot year
	press alt+6; shot workbook
	click "$desk"; sleep 1; shot desk
	press alt+6; click "$writing"; sleep 1; shot writing
	press alt+7; shot settings
	press ctrl+Next; shot settings-vault
	press ctrl+Next; shot settings-copies
	press ctrl+Next; shot settings-keeping
	press ctrl+k; write moeders; shot search
	press Return; shot course-overview
	press ctrl+Next; shot course-sessions
	press ctrl+Next; shot course-participants
	press Tab Tab Tab Tab Tab Tab Tab; shot focus; press Return; shot dialog-person
	write "Samira"; press Escape
	press ctrl+Next; shot course-attendance
	press ctrl+Next; shot course-agreements
	press ctrl+n; write "Ouders Oosterwei"; press Tab Tab; write 13-4-2027; shot new-course
	press Tab space; shot new-course-month; press Escape
	press Tab space; shot new-course-weekday; press Escape
}

for language in ${LANGUAGES:-nl en ar}; do
	for darkness in ${SHADES:-light dark}; do pages "$language" "$darkness"; done
done
echo "$(find "$out" -name '*.png' | wc -l) pictures in $out"
