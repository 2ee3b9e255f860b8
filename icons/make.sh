#!/bin/sh
# Draws every icon from the two SVG files: the window's, those of the packages in png/, scf-local.ico and scf-local.icns.
# Needs rsvg-convert, icotool and python3 (Debian: librsvg2-bin icoutils python3).
set -eu
cd "$(dirname "$0")"
window=../app/src/main/resources/io/scflocal/app/icons
mkdir -p "$window" png
for size in 16 24 32 48 64 128 256 512 1024; do
    rsvg-convert --width "$size" --height "$size" --output "png/scf-local-$size.png" scf-local.svg
done
for size in 16 24 32 48 64 128 256; do
    cp "png/scf-local-$size.png" "$window/"
done
icotool --create --output=scf-local.ico \
    png/scf-local-16.png png/scf-local-24.png png/scf-local-32.png png/scf-local-48.png png/scf-local-64.png \
    png/scf-local-128.png --raw=png/scf-local-256.png
python3 - <<'END'
# An .icns file is a list of PNG files under names of four letters; see the format's description at Wikipedia, "Apple Icon Image format".
import struct
names = {"icp4": 16, "icp5": 32, "ic11": 32, "ic12": 64, "ic07": 128, "ic13": 256, "ic08": 256, "ic14": 512, "ic09": 512, "ic10": 1024}
body = b""
for name, size in names.items():
    image = open(f"png/scf-local-{size}.png", "rb").read()
    body += name.encode() + struct.pack(">I", 8 + len(image)) + image
open("scf-local.icns", "wb").write(b"icns" + struct.pack(">I", 8 + len(body)) + body)
END
