#!/bin/sh
# Puts the program into the menu and ties .tttt files to it, for this user only. `tttt-desktop` must be on the PATH.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}

install -Dm644 "$here/tttt-desktop.desktop" "$data/applications/tttt-desktop.desktop"
install -Dm644 "$here/tttt-desktop.xml" "$data/mime/packages/tttt-desktop.xml"
install -Dm644 "$here/../../resources/icons/app.svg" "$data/icons/hicolor/scalable/apps/tttt-desktop.svg"
update-mime-database "$data/mime"
if command -v update-desktop-database >/dev/null; then
    update-desktop-database "$data/applications"
fi
