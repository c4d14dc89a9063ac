#!/bin/sh
# Installs Lectern for the person who runs it; needs no administrator.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
to=${PREFIX:-$HOME/.local}
(cd "$here/usr" && find . -type f) | while read -r file; do
  mkdir -p "$to/$(dirname "$file")"
  cp "$here/usr/$file" "$to/$file"
done
chmod 755 "$to/bin/lectern" "$to/bin/lectern-cli"
entry="$to/share/applications/io.lectern.Lectern.desktop"
quoted=$(printf '%s' "$to/bin/lectern" | sed 's/[&|\\]/\\&/g')
sed "s|^Exec=lectern|Exec=\"$quoted\"|" "$here/usr/share/applications/io.lectern.Lectern.desktop" > "$entry"
if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$to/share/applications" || true; fi
if command -v update-mime-database >/dev/null; then update-mime-database "$to/share/mime" || true; fi
echo "Lectern is installed in $to. To remove it: sh uninstall.sh"
