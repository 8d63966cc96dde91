#!/usr/bin/python3
"""Replays editing steps in a GTK text view and compares what it shows with what is written.

compare-editor.py STEPS: keys by GTK's own key bindings, clicks by the mouse (xdotool), in a
window of its own on DISPLAY. Needs Debian's python3-gi, gir1.2-gtk-3.0 and xdotool. Fails if
GTK shows anything else than the step says; --print writes what it shows instead.
"""
import os
import subprocess
import sys
import time

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
gi.require_version("PangoCairo", "1.0")
from gi.repository import Gdk, Gtk, Pango  # noqa: E402

KEYS = {"Ctrl": Gdk.ModifierType.CONTROL_MASK, "Shift": Gdk.ModifierType.SHIFT_MASK}
NAMES = {"Backspace": "BackSpace"}


class Editor:
    def __init__(self):
        self.window = Gtk.Window(type=Gtk.WindowType.POPUP)
        self.view = Gtk.TextView(wrap_mode=Gtk.WrapMode.WORD, left_margin=8, top_margin=8)
        self.view.override_font(Pango.FontDescription("Noto Sans, Noto Sans Arabic 15"))
        self.window.add(self.view)
        self.window.move(0, 0)
        self.window.resize(420, 300)
        self.window.show_all()
        self.buffer = self.view.get_buffer()
        self.view.grab_focus()
        self.settle()

    def settle(self):
        end = time.monotonic() + 0.03
        while time.monotonic() < end:
            while Gtk.events_pending():
                Gtk.main_iteration()
            time.sleep(0.005)

    def state(self):
        text = self.buffer.get_text(*self.buffer.get_bounds(), True)
        caret = self.buffer.get_iter_at_mark(self.buffer.get_insert()).get_offset()
        anchor = self.buffer.get_iter_at_mark(self.buffer.get_selection_bound()).get_offset()
        out = ""
        for i in range(len(text) + 1):
            if anchor != caret and i == max(anchor, caret):
                out += "|]" if i == caret else "]"
            elif anchor != caret and i == min(anchor, caret):
                out += "[|" if i == caret else "["
            elif i == caret:
                out += "|"
            if i < len(text):
                out += "⏎" if text[i] == "\n" else text[i]
        return out

    def place(self, letter, part):
        at = self.view.get_iter_location(self.buffer.get_iter_at_offset(letter))
        left, width = min(at.x, at.x + at.width), abs(at.width)
        x, y = self.view.buffer_to_window_coords(Gtk.TextWindowType.WIDGET, int(left + width * part + 0.5), at.y + at.height // 2)
        return self.view.translate_coordinates(self.window, x, y)

    def mouse(self, *args):
        subprocess.run(["xdotool", *map(str, args)], check=True)
        self.settle()

    def do(self, step):
        what, _, rest = step.partition(" ")
        if what == "set":
            self.buffer.set_text(rest.replace("⏎", "\n"))
            self.buffer.place_cursor(self.buffer.get_start_iter())
        elif what == "type":
            self.buffer.delete_selection(True, True)
            self.view.emit("insert-at-cursor", rest.replace("⏎", "\n"))
        elif what == "key":
            *mods, name = rest.split("+")
            held = Gdk.ModifierType(0)
            for m in mods:
                held |= KEYS[m]
            if not Gtk.bindings_activate(self.view, Gdk.keyval_from_name(NAMES.get(name, name.lower() if len(name) == 1 else name)), held):
                raise SystemExit(f"GTK has no binding for {rest}")
        elif what in ("click", "double", "shiftclick", "triple"):
            letter, part = rest.split()
            x, y = self.place(int(letter), float(part))
            time.sleep(0.6)  # not a double click with the one before
            self.mouse("mousemove", x, y)
            if what == "shiftclick":
                self.mouse("keydown", "shift", "click", 1, "keyup", "shift")
            else:
                n = {"click": 1, "double": 2, "triple": 3}[what]
                self.mouse("click", "--repeat", n, "--delay", 60, 1)
        elif what == "drag":
            a, pa, b, pb = rest.split()
            time.sleep(0.6)
            x, y = self.place(int(a), float(pa))
            self.mouse("mousemove", x, y, "mousedown", 1)
            x, y = self.place(int(b), float(pb))
            for dx in (-3, 0):
                self.mouse("mousemove", x + dx, y)
            self.mouse("mouseup", 1)
        else:
            raise SystemExit(f"no step {step}")
        self.settle()


def main():
    editor = Editor()
    same = noted = 0
    wrong = []
    for line in open(sys.argv[-1], encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if not fields[0] or fields[0].startswith("#"):
            continue
        editor.do(fields[0])
        got = editor.state()
        if "--print" in sys.argv:
            print(f"{fields[0]}\t{got}", flush=True)
        elif len(fields) > 2 and got == fields[2]:
            noted += 1
        elif len(fields) == 2 and got == fields[1]:
            same += 1
        else:
            wrong.append(f"{fields[0]}: GTK shows {got}, the step says {fields[1:]}")
    if "--print" in sys.argv:
        return
    print(f"{same} steps are the same as in GTK, {noted} differ as they say, {len(wrong)} differ otherwise")
    if wrong:
        raise SystemExit("\n".join(wrong))


main()
