#!/bin/sh
# How long a distribution takes from the start of the process to its first window, in milliseconds: as it is, and with an archive of
# its classes (JDK 17: written at the end of a first run, given to the others). Needs an X display without a running SCF Local, xdotool
# and JDK 17 as `java`. Usage: docs/benchmarks/first-window.sh app/target/scf-local [runs]
set -eu
home=$(cd "$1" && pwd)
runs=${2:-10}
archive=$(mktemp -u).jsa
settings=$(mktemp -d)

# One start with more options for Java; prints the milliseconds until the window is there, then ends it.
start() {
  begun=$(date +%s%N)
  XDG_CONFIG_HOME=$settings java "$@" --module-path "$home/lib/javafx" --add-modules javafx.controls -XX:+UseSerialGC -Xmx512m \
    -Dprism.order=sw "-Dscflocal.home=$home" -cp "$home/lib/*" io.scflocal.app.Main >/dev/null 2>&1 &
  until xdotool search --onlyvisible --name 'SCF Local' >/dev/null 2>&1; do sleep 0.02; done
  echo $((($(date +%s%N) - begun) / 1000000))
  sleep 1
  kill $!
  wait $! || true
}

median() { sort -n | sed -n "$(((runs + 1) / 2))p"; }
many() { for run in $(seq "$runs"); do start "$@"; done; }

echo "without an archive: median $(many | median) ms of $runs"
start -XX:ArchiveClassesAtExit="$archive" >/dev/null
echo "with an archive of $(($(wc -c <"$archive") / 1048576)) MB: median $(many -XX:SharedArchiveFile="$archive" | median) ms of $runs"
rm -rf "$archive" "$settings"
