#!/bin/sh
# Draws the window's icons from scf-local.svg; needs rsvg-convert (Debian: librsvg2-bin).
set -eu
cd "$(dirname "$0")"
target=../app/src/main/resources/io/scflocal/app/icons
mkdir -p "$target"
for size in 16 24 32 48 64 128 256; do
    rsvg-convert --width "$size" --height "$size" --output "$target/scf-local-$size.png" scf-local.svg
done
