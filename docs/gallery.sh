#!/bin/bash
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# A picture of each page of each layout: docs/gallery.sh PROGRAM FOLDER.  Writes
# LAYOUT-PAGE.png and an index for a reader, README.md, with what each layout is
# for.  The cases are the made-up ones of examples/.
set -eu
cd "$(dirname "$0")/.."
program=$1 out=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"
rm -f "$out"/*.png

# What each layout over more than one interview is made of; the others show the
# case of juf Anne, and those for pen none.
make_report() {
    local layout=$1 pdf=$2
    case $layout in
    two-children)
        "$program" compare examples/first-child.yaml examples/second-child.yaml -o "$pdf" ;;
    twice)
        "$program" compare examples/first-child.yaml examples/first-child-later.yaml -o "$pdf" ;;
    agreement) "$program" agree examples/juf-anne.yaml examples/three-readers.yaml -o "$pdf" ;;
    tally) "$program" tally examples/trainees.csv --key examples/juf-anne.yaml -o "$pdf" ;;
    *)
        "$program" render -l "$layout" -o "$pdf" -q examples/juf-anne.yaml && return
        "$program" render -l "$layout" -d "$work" -q && mv "$work/$layout.pdf" "$pdf" ;;
    esac
}

{
    echo "# Every page of every layout"
    echo
    echo "Made by \`make gallery\` of the made-up cases in [examples](../../examples)."
} >"$out/README.md"
"$program" list layouts --lang en | while read -r layout title; do
    make_report "$layout" "$work/report.pdf" 2>"$work/err" || { cat "$work/err" >&2; exit 1; }
    pdftoppm -r 40 -png "$work/report.pdf" "$out/$layout"
    {
        printf '\n## %s\n\n%s\n\n' "$layout" "$title"
        for f in "$out/$layout"-*.png; do
            f=$(basename "$f")
            [[ $f =~ ^$layout-[0-9]+\.png$ ]] && echo "![page of $layout]($f)"
        done
    } >>"$out/README.md"
    rm -f "$work"/*.pdf
done
echo "Made: $out/README.md, $(find "$out" -name '*.png' | wc -l) pictures"
