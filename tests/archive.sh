#!/bin/bash
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# Reports that lie in an archive: tests/archive.sh PROGRAM.  Many at a time are
# looked at, and those that are past their last day are named.
set -u
cd "$(dirname "$0")/.." || exit 3
program=$(realpath "$1")
. tests/count.sh

mkdir -p "$work/in/2026" "$work/clean"
"$program" render examples/juf-anne.yaml examples/warmth-without-grip.yaml \
    examples/english.yaml -q -l dossier -d "$work/in/2026" 2>/dev/null
cp "$work"/in/2026/*.pdf "$work/clean"
cp "$work/in/2026/LP-0018.dossier.pdf" "$work/in/altered.pdf"
printf X | dd of="$work/in/altered.pdf" bs=1 seek=3000 conv=notrunc 2>/dev/null
echo "no report" >"$work/in/letter.PDF"
ln -s "$work/in" "$work/in/2026/again"

# prints STATUS WORDS... -- COMMAND...: each word is in what comes out.
prints() {
    local status=$1 words=() out word
    shift
    while [ "$1" != -- ]; do words+=("$1"); shift; done
    shift
    out=$(cd "$work" && "$@" 2>&1)
    [ $? = "$status" ] || { echo "status: $out"; return 1; }
    for word in "${words[@]}"; do
        grep -qF -- "$word" <<<"$out" || { echo "no \"$word\" in: $out"; return 1; }
    done
}

test_ "a clean folder" prints 0 "clean/LP-0017.dossier.pdf: unaltered" \
    "unaltered, 0 filled in, 0 altered, 0 no report" -- "$program" verify clean
test_ "altered, and no report" prints 1 "in/altered.pdf: ALTERED" \
    "letter.PDF is no report" "2026/LP-0018.dossier.pdf: unaltered" \
    "1 altered, 1 no report" -- "$program" verify in
test_ "a link to a folder is not followed" bash -c \
    "cd '$work' && [ \$('$program' verify in 2>/dev/null | grep -c altered.pdf) = 1 ]"
test_ "several files" prints 0 "2 unaltered" -- \
    "$program" verify clean/LP-0017.dossier.pdf clean/LP-0018.dossier.pdf
test_ "one file still tells all" prints 0 "interview (SHA-256):" "kept until:" -- \
    "$program" verify clean/LP-0017.dossier.pdf
test_ "no folder" prints 1 "nowhere" -- "$program" verify nowhere/x.pdf clean

on() {
    SOURCE_DATE_EPOCH=$(date -u -d "$1" +%s) "$program" list due "${@:2}"
}
export -f on
export program
test_ "none is due" prints 0 "0 past their last day, 2 to be kept longer" -- \
    bash -c "on 2027-03-19 clean"
test_ "one is due" prints 0 "2027-03-19  clean/LP-0018.dossier.pdf" \
    "1 past their last day, 1 to be kept longer, 1 that name no day" -- \
    bash -c "on 2027-03-20 clean"
test_ "the oldest first" bash -c "cd '$work' && on 2040-01-01 clean 2>/dev/null |
    cut -c1-10 | paste -sd' ' | grep -qx '2027-03-19 2028-01-27'"
test_ "no report" prints 1 "letter.PDF is no report" -- bash -c "on 2040-01-01 in"
test_ "no folder" prints 2 "list due needs" -- "$program" list due

echo "archive: $passed passed, $failed failed"
[ "$failed" = 0 ]
