#!/bin/bash
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# The engine without the program around it: tests/embed.sh PROGRAM EMBED.
# examples/embed/ makes a handout out of memory; it must be the bytes that the
# program makes, and nothing of ours but engine.h and base may be included.
set -u
cd "$(dirname "$0")/.." || exit 3
program=$1 embed=$2
. tests/count.sh

lato=/usr/share/fonts/truetype/lato dejavu=/usr/share/fonts/truetype/dejavu
fonts=()
for f in $lato/Lato-{Regular,Bold,Light}.ttf $dejavu/DejaVuSans{,-Bold}.ttf; do
    fonts+=("$(basename "$f")=$f")
done

# made INTERVIEW [WITHOUT]: the handout out of memory, but for one file.
made() {
    local arg args=()
    for arg in llinc=rules/llinc.ini handout=layouts/handout.ini \
        catalogue=fonts/catalogue.ini nl=/usr/share/hyphen/hyph_nl_NL.dic \
        en=/usr/share/hyphen/hyph_en_GB.dic \
        sRGB=/usr/share/color/icc/sRGB.icc "${fonts[@]}"; do
        [ "${arg%%=*}" = "${2-}" ] || args+=("$arg")
    done
    "$embed" "${args[@]}" <"$1" >"$work/embed.pdf" 2>"$work/embed.err"
}

same() {
    made "$1" && "$program" render "$1" -q -l handout -o - >"$work/program.pdf" &&
        cmp "$work/embed.pdf" "$work/program.pdf"
}

# refused STATUS WORDS INTERVIEW [WITHOUT]
refused() {
    local status
    made "$3" "${4-}"
    status=$?
    cat "$work/embed.err"
    [ "$status" = "$1" ] && [ ! -s "$work/embed.pdf" ] &&
        { [ -z "$2" ] || grep -qF "$2" "$work/embed.err"; }
}

only_engine() {
    ! grep '^#include "' examples/embed/*.c | grep -v 'engine/engine.h' &&
        ! grep '^#include "' src/engine/engine.h | grep -v '"base/'
}

for interview in juf-anne english; do
    test_ "embed $interview" same examples/$interview.yaml
done
sed '/^leerkracht/s/leerkracht/leerkraht/' examples/juf-anne.yaml >"$work/typo.yaml"
test_ "embed typo" refused 1 'error[I' "$work/typo.yaml"
test_ "embed no layout" refused 2 'no layout "handout"' examples/juf-anne.yaml handout
test_ "embed no rules" refused 2 'no rules "llinc"' examples/juf-anne.yaml llinc
test_ "embed no font" refused 2 'L318' examples/juf-anne.yaml Lato-Regular.ttf
test_ "embed no colours" refused 3 'error[E504]' examples/juf-anne.yaml sRGB
test_ "embed includes" only_engine
echo "embed: $passed passed, $failed failed"
[ "$failed" = 0 ]
