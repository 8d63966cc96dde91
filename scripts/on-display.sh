#!/bin/sh
# Runs a command with a screen of its own: on-display.sh COMMAND... SCREEN is its size.
set -eu
display=:$((100 + $$ % 100))
Xvfb "$display" -screen 0 "${SCREEN:-1024x700}x24" >/dev/null 2>&1 &
server=$!
trap 'kill $server 2>/dev/null || true' EXIT
sleep 1
DISPLAY="$display" NO_AT_BRIDGE=1 "$@"
