#!/bin/bash
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# Installed and taken away again: tests/home.sh PROGRAM.  The files come to a
# folder of the test's own; the program then works in an empty folder, from
# there alone.
set -u
cd "$(dirname "$0")/.." || exit 3
program=$1
. tests/count.sh

home=$work/usr/bin/relatieprofiel
mkdir -p "$work/empty" "$work/bin" "$work/run"
cat >"$work/bin/xdg-open" <<EOF
#!/bin/sh
echo "\$1" >>"$work/opened"
EOF
chmod 755 "$work/bin/xdg-open"

# What a test of the make around us would add is left out.
install_to() {
    env -u MAKEFLAGS -u MAKELEVEL make -s "$1" PREFIX=/usr DESTDIR="$work"
}

in_empty() {
    (cd "$work/empty" && env -u XDG_CONFIG_HOME HOME=/nonexistent \
        XDG_RUNTIME_DIR="$work/run" PATH="$work/bin:$PATH" "$@")
}

first_report() {
    in_empty "$home" new gesprek.yaml && in_empty "$home" check gesprek.yaml &&
        in_empty "$home" new --example voorbeeld.yaml &&
        in_empty "$home" render voorbeeld.yaml &&
        [ "$(find "$work/empty" -name '*.pdf' | wc -l)" = 2 ]
}

same_bytes() {
    in_empty "$home" render "$work/usr/share/relatieprofiel/examples/juf-anne.yaml" \
        -l dossier -o "$work/a.pdf" &&
        "$program" render examples/juf-anne.yaml -l dossier -o "$work/b.pdf" &&
        cmp "$work/a.pdf" "$work/b.pdf"
}

# Files that the README names are there beside the manual.
readme_files() {
    local f
    for f in $(grep -oh '(examples/[^)]*\.yaml\|(rules/[^)]*\|(layouts/[^)]*' \
        README.md README.nl.md | tr -d '(') examples/trainees.csv; do
        [ -e "$work/usr/share/relatieprofiel/$f" ] || { echo "$f"; return 1; }
    done
}

# The guides fit on one sheet, and say nothing that the checks of layouts refuse.
guides() {
    local f
    for f in "$work"/usr/share/doc/relatieprofiel/gids-*.pdf; do
        pdfinfo "$f" | grep -q '^Pages: *1$' || { echo "$f"; return 1; }
    done
    "$program" check --strict docs/gids-*.ini
}

# Each layout that is shipped has its pictures.
gallery() {
    local layout
    for layout in layouts/*.ini; do
        layout=$(basename "$layout" .ini)
        grep -q "^## $layout$" docs/gallery/README.md || { echo "$layout"; return 1; }
    done
}

opens_report() {
    : >"$work/opened"
    in_empty "$home" render voorbeeld.yaml --open &&
        [ "$(cat "$work/opened")" = LP-0017.handout.pdf ]
}

# Without a terminal the messages are shown, and the report is not.
opens_messages() {
    : >"$work/opened"
    sed '0,/score: 3/s//score: 33/' "$work/empty/voorbeeld.yaml" >"$work/empty/fout.yaml"
    in_empty "$home" render fout.yaml --open
    [ $? = 1 ] && [ "$(cat "$work/opened")" = "$work/run/relatieprofiel-messages.txt" ] &&
        grep -q '^fout.yaml:[0-9]*:[0-9]*: error' "$work/run/relatieprofiel-messages.txt"
}

# Wherever it goes, and by whatever name; no options for xdg-open.
opens_anywhere() {
    : >"$work/opened"
    mkdir -p "$work/empty/one"
    cp "$work/empty/voorbeeld.yaml" "$work/empty/one/a.yaml"
    in_empty "$home" render voorbeeld.yaml --open -q -l handout -o -x.pdf &&
        in_empty "$home" render voorbeeld.yaml --open -q -d "$work/other" &&
        in_empty "$home" render one --open -q &&
        [ "$(cat "$work/opened")" = "./-x.pdf
$work/other/LP-0017.handout.pdf
one/LP-0017.handout.pdf" ]
}

# No desktop to show anything, or one that does not say where: then the terminal.
opens_nothing() {
    local out
    out=$(in_empty env PATH=/nonexistent "$home" render voorbeeld.yaml --force --open 2>&1)
    [ $? = 3 ] && grep -q 'LP-0017.handout.pdf' <<<"$out" || { echo "$out"; return 1; }
    out=$(in_empty env -u XDG_RUNTIME_DIR "$home" render fout.yaml --open 2>&1)
    [ $? = 1 ] && grep -q '^fout.yaml:[0-9]*:[0-9]*: error' <<<"$out" || { echo "$out"; return 1; }
    out=$(in_empty env XDG_RUNTIME_DIR=run "$home" render fout.yaml --open 2>&1)
    [ $? = 1 ] && grep -q '^fout.yaml:[0-9]*:[0-9]*: error' <<<"$out" || { echo "$out"; return 1; }
}

opens_one() {
    in_empty "$home" render . --open 2>&1 | grep -q 'report of one interview'
}

version_of_all() {
    local version=$1
    grep -q "^relatieprofiel ($version) " debian/changelog &&
        grep -q "^version: \"$version\"" CITATION.cff &&
        grep -q "^## $version " CHANGELOG.md &&
        [ "$("$program" --version | head -1)" = "relatieprofiel $version" ]
}

# A line for the program, then one for each library.
version_lines() {
    local out
    out=$("$program" --version) &&
        [ "$(grep -cE '^[A-Za-z0-9]+ [0-9]+(\.[0-9]+)+$' <<<"$out")" = "$(wc -l <<<"$out")" ] &&
        grep -q '^libyaml' <<<"$out"
}

# Codes and places of an interview with names in it, and no word of it.
report_of_a_fault() {
    local out word
    sed 's/^\( *\)boosheid:/\1boosheit:/' examples/juf-anne.yaml >"$work/empty/Martijn.yaml"
    out=$(in_empty "$home" bug-report Martijn.yaml) || return 1
    grep -q '^  [0-9]*:[0-9]*: error\[I303\]$' <<<"$out" || { echo "$out"; return 1; }
    for word in Martijn martijn Anne boosheit boosheid LP-0017 "$work" yaml: ; do
        if grep -q "$word" <<<"$out"; then echo "$word in: $out"; return 1; fi
    done
}

# Packages to build with, and those that the program needs at hand.
packages() {
    local named set
    named=$(sed -n '/^Build-Depends/,/^Standards/p; /^Depends/,/^Recommends/p' \
        debian/control | grep -o '[a-z][a-z0-9.+-]*[a-z0-9]' | sort -u)
    set=$(sed -n '/^build="/,/"$/p' tests/install-deps.sh | sed 's/^build=//' |
        tr -d '"' | tr -s ' ' '\n' | grep . |
        grep -vx 'gcc\|make\|libc6-dev\|pkg-config')
    for p in $set; do
        grep -qx "$p" <<<"$named" || { echo "debian/control lacks $p"; return 1; }
    done
}

test_ "make install" install_to install
# Installed is the program of `make`; tried is the one that was named.
install -m 755 "$program" "$home"
test_ "a first report in an empty folder" first_report
test_ "the same bytes as before installing" same_bytes
test_ "messages in Dutch" in_empty env LC_ALL=nl_NL.UTF-8 sh -c \
    "'$home' check nietdaar.yaml 2>&1 | grep -q 'kan niet openen'"
test_ "files that the README names" readme_files
test_ "manual, schemas, desktop" test -e "$work/usr/share/man/man1/relatieprofiel.1" \
    -a -e "$work/usr/share/man/nl/man1/relatieprofiel.1" \
    -a -e "$work/usr/share/doc/relatieprofiel/README.nl.md" \
    -a -e "$work/usr/share/relatieprofiel/schema/interview.json" \
    -a -e "$work/usr/share/applications/relatieprofiel-open.desktop" \
    -a -e "$work/usr/share/mime/packages/relatieprofiel.xml"
test_ "guides of one sheet" guides
test_ "a gallery of all layouts" gallery
test_ "--open shows the report" opens_report
test_ "--open shows what is wrong" opens_messages
test_ "--open shows what lies elsewhere" opens_anywhere
test_ "--open where nothing can be shown" opens_nothing
test_ "--open takes one interview" opens_one
test_ "--version" version_lines
test_ "bug-report" report_of_a_fault
test_ "one version everywhere" version_of_all \
    "$(sed -n 's/.*ENGINE_VERSION "relatieprofiel \(.*\)"/\1/p' src/engine/engine.h)"
test_ "packages in debian/control" packages
test_ "make uninstall" install_to uninstall
test_ "nothing is left" test -z "$(find "$work/usr" -type f)" \
    -a ! -e "$work/usr/share/relatieprofiel" -a ! -e "$work/usr/share/doc/relatieprofiel"
echo "home: $passed passed, $failed failed"
[ "$failed" = 0 ]
