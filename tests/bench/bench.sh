#!/bin/bash
# Time and peak memory: tests/bench/bench.sh PROGRAM MEASURE [N].  One report,
# N interviews in both layouts, and one interview near the limits of size.
set -eu
cd "$(dirname "$0")/../.."
program=$(realpath "$1")
measure=$(realpath "$2")
n=${3:-500}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir "$work/one" "$work/many" "$work/out" "$work/large"
cp examples/juf-anne.yaml "$work/one/"
for i in $(seq "$n"); do
    sed "s/^dossier: .*/dossier: C$i/" examples/juf-anne.yaml \
        >"$work/many/$i.yaml"
done

# One answer of about 60 000 bytes, in every question that has one.
awk 'BEGIN { for (i = 0; i < 600; i++)
        long = long "    Hij bleef staan en zei nog een keer dat hij dat niet wilde, echt niet.\n" }
    /^  v05: \|/ { print; printf "%s", long; next }
    /^dossier:/ { print "dossier: LARGE"; next } { print }' \
    examples/juf-anne.yaml >"$work/large/large.yaml"

run() {
    printf '%-32s' "$1"
    shift
    "$measure" "$program" render -q -d "$work/out" "$@"
}
run "1 interview, 2 reports" "$work/one"
run "$n interviews, $((2 * n)) reports" "$work/many"
run "1 long interview, 1 report" "$work/large" -l handout
