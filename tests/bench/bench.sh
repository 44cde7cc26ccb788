#!/bin/bash
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# Time, size and memory: tests/bench/bench.sh PROGRAM MEASURE BENCH-LINE [N].
# PERFORMANCE.md says what the figures mean.  Files lie in memory, so that no
# disk is measured.
set -eu
cd "$(dirname "$0")/../.."
program=$(realpath "$1")
measure=$(realpath "$2")
lines=$(realpath "$3")
n=${4:-300}
shm=/dev/shm
[ -w "$shm" ] || shm=/tmp
work=$(mktemp -d -p "${TMPDIR:-$shm}")
trap 'rm -rf "$work"' EXIT
mkdir "$work"/{one,many,normal,long,out}
few=20

# One interview, told again under another case id.
cp examples/juf-anne.yaml "$work/one/"
for i in $(seq "$few"); do
    sed "s/^dossier: .*/dossier: N$i/" examples/juf-anne.yaml \
        >"$work/normal/$i.yaml"
    # One answer of about 60 000 bytes.
    awk -v n="$i" 'BEGIN { for (i = 0; i < 800; i++)
        long = long "    Hij bleef staan en zei nog een keer dat hij dat niet wilde, echt niet.\n" }
    /^  v05: \|/ { print; printf "%s", long; next }
    /^dossier:/ { print "dossier: L" n; next } { print }' \
        examples/juf-anne.yaml >"$work/long/$i.yaml"
done

# The examples by turns, each time with other words of other letters, so that
# no two reports have the same text or the same glyphs.
cp examples/*.ini "$work/many/"
examples=(examples/*.yaml)
for i in $(seq "$n"); do
    awk -v n="$i" '
    BEGIN {
        srand(n)
        letters = split("a b c d e f g h i j k l m n o p q r s t u v w x y z " \
            "A Q X Y J Z é ë ï ö ü ç ñ å ø æ ß õ ì ð þ š ž ő ł ă", c, " ")
    }
    /^(dossier|case): / { sub(/: .*/, ": E" n) }
    { print }
    /^    [A-Z][^:{}]*[.?]$/ && said++ < 6 {
        line = "   "
        for (w = 0; w < 6; w++) {
            line = line " "
            for (k = 0; k < 6; k++)
                line = line c[int(rand() * letters) + 1]
        }
        print line "."
    }' "${examples[$((i % ${#examples[@]}))]}" >"$work/many/$i.yaml"
done

# took TIMES ARGUMENT...: sets wall and cpu in ms, peak in MB.
took() {
    local times=$1
    shift
    read -r wall cpu peak < <("$measure" "$times" "$program" render -q \
        -l handout -d "$work/out" "$@")
}

# figure NAME FORMAT EXPRESSION: a line; awk calculates.
figure() {
    printf '%-46s' "$1"
    awk "BEGIN { printf \"$2\n\", $3 }"
}

pages() { pdfinfo "$work/out/$1.handout.pdf" | awk '/^Pages/ { print $2 }'; }
bytes() { stat -c %s "$work/out/$1.handout.pdf"; }

took 20 "$work/one"
cold=$wall one=$cpu
figure "one handout ($(pages LP-0017) pages), from nothing" "%.1f ms" "$cold"
figure "  its size" "%.1f KB" "$(bytes LP-0017) / 1000"
figure "  memory" "%.1f MB" "$peak"

took 3 -j 1 "$work/many"
alone=$wall total=$cpu
figure "each of $n with other content" "%.2f ms of processor" \
    "($cpu - $one) / ($n - 1)"
figure "  memory" "%.1f MB" "$peak"
took 3 -j "$(nproc)" "$work/many"
figure "  $(nproc) processes against 1" "%.2f times as fast" "$alone / $wall"
figure "  their processor time together" "%.2f times as much" "$cpu / $total"

took 3 -j 1 "$work/normal"
normal=$cpu
took 3 -j 1 "$work/long"
more=$(($(pages L1) - $(pages N1)))
figure "each further page ($more more, long answer)" \
    "%.3f ms of processor" "($cpu - $normal) / $few / $more"
figure "  against a page of a usual handout" "%.2f" \
    "(($cpu - $normal) / $more) / ($normal / $(pages N1))"
figure "  size" "%.2f KB" "($(bytes L1) - $(bytes N1)) / 1000 / $more"
figure "  memory" "%.1f MB" "$peak"

# The answers of the Dutch examples, a paragraph each.
mapfile -t dutch < <(grep -l '^taal: nl' examples/*.yaml)
mapfile -t answers < <(awk '
    FNR == 1 || !/^    / { if (text != "") print text; text = ""; block = 0 }
    /: \|$/ { block = 1; next }
    block && /^    / { text = text (text == "" ? "" : " ") substr($0, 5) }
    END { if (text != "") print text }' \
    "${dutch[@]}")
"$lines" "${answers[@]}"
