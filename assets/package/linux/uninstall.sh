#!/bin/sh
# Removes what install.sh put there. Libraries and settings stay.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
to=${PREFIX:-$HOME/.local}
(cd "$here/usr" && find . -type f) | while read -r file; do rm -f "$to/$file"; done
rmdir "$to/share/doc/lectern" 2>/dev/null || true
if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$to/share/applications" || true; fi
if command -v update-mime-database >/dev/null; then update-mime-database "$to/share/mime" || true; fi
echo "Lectern is removed from $to. Libraries and settings stay."
