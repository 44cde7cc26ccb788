#!/bin/bash
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# Time, size and memory, and how they compare with a plain libharu program:
# tests/bench/bench.sh PROGRAM MEASURE BENCH-LINE FLOOR [N].  PERFORMANCE.md
# says what the figures mean.  Files lie in memory, so that no disk is measured.
# BENCH_MANY (interviews of the largest batch) and BENCH_PAGES (pages of the
# longest report) may be 10000 and 2000.
set -eu
cd "$(dirname "$0")/../.."
program=$(realpath "$1")
measure=$(realpath "$2")
lines=$(realpath "$3")
floor=$(realpath "$4")
n=${5:-200}
many=${BENCH_MANY:-1200}
long_pages=${BENCH_PAGES:-800}
shm=/dev/shm
[ -w "$shm" ] || shm=/tmp
work=$(mktemp -d -p "${TMPDIR:-$shm}")
trap 'rm -rf "$work"' EXIT
mkdir "$work"/{one,other,full,normal,long,quarter,many,out,texts,floor}
few=20

# tell FILE NUMBER LINES MORE WORDS OWN FOLDER: see words.awk.
tell() {
    awk -v n="$2" -v id="E$2" -v lines="$3" -v more="$4" -v words="$5" \
        -v own="$6" -f tests/bench/words.awk "$1" >"$work/$7/$2.yaml"
}

cp examples/juf-anne.yaml "$work/one/1.yaml"
examples=(examples/*.yaml)
for set in other full many quarter; do
    cp examples/*.ini "$work/$set/"
done
for i in $(seq "$n"); do
    example=${examples[$((i % ${#examples[@]}))]}
    tell "$example" "$i" 6 1 6 1 other
    tell "$example" "$i" 12 4 10 0.15 full
done
# One answer of about 60,000 bytes.
for i in $(seq "$few"); do
    tell examples/juf-anne.yaml "$i" 0 0 0 0 normal
    tell examples/juf-anne.yaml "$i" 1 440 18 0.05 long
done
for i in $(seq "$many"); do
    sed "s/^dossier: .*/dossier: E$i/" examples/juf-anne.yaml \
        >"$work/many/$i.yaml"
    [ "$i" -gt $((many / 4)) ] || cp "$work/many/$i.yaml" "$work/quarter/"
done

# took TIMES ARGUMENT...: sets wall and cpu in ms, peak in MB, of the program.
took() {
    local times=$1
    shift
    rm -f "$work"/out/*
    read -r wall cpu peak < <("$measure" "$times" "$program" render -q \
        --force -l handout -d "$work/out" "$@" 2>"$work/said")
}

# floor_took TIMES SET: cpu and peak of the floor, with the words of the reports
# that were made last, which are the set's.
floor_took() {
    local f
    mkdir -p "$work/texts/$2"
    for f in "$work"/out/*.pdf; do
        pdftotext "$f" "$work/texts/$2/$(basename "$f" .pdf).txt"
    done
    read -r _ floor_cpu floor_peak < <("$measure" "$1" "$floor" \
        "$work/floor" "$work/texts/$2"/*.txt)
}

# figure NAME FORMAT EXPRESSION: a line; awk calculates.
figure() {
    printf '%-46s' "$1"
    awk "BEGIN { printf \"$2\n\", $3 }"
}

pages() { pdfinfo "$1" | awk '/^Pages/ { print $2 }'; }
bytes() { stat -c %s "$1"; }
mean_pages() {
    for f in "$work"/out/*.pdf; do pages "$f"; done |
        awk '{ n += $1 } END { printf "%.1f", n / NR }'
}

took 20 "$work/one"
report=$work/out/LP-0017.handout.pdf
cold=$wall one=$cpu
figure "one handout ($(pages "$report") pages), from nothing" "%.1f ms" "$cold"
figure "  its size" "%.1f KB" "$(bytes "$report") / 1000"
figure "  memory" "%.1f MB" "$peak"
floor_took 20 one
floor_one=$floor_cpu
figure "  processor time against the floor" "%.2f" "$one / $floor_one"
figure "  memory of the floor" "%.1f MB" "$floor_peak"

for set in other full; do
    took 3 -j 1 "$work/$set"
    total=$cpu alone=$wall
    figure "each of $n others ($(mean_pages) pages)" "%.2f ms of processor" \
        "($cpu - $one) / ($n - 1)"
    figure "  memory" "%.1f MB" "$peak"
    floor_took 1 "$set"
    figure "  against the floor" "%.2f" \
        "($cpu - $one) / ($floor_cpu - $floor_one)"
done
took 3 -j "$(nproc)" "$work/full"
figure "  $(nproc) processes against 1" "%.2f times as fast" "$alone / $wall"
figure "  their processor time together" "%.2f times as much" "$cpu / $total"

took 3 -j 1 "$work/normal"
normal=$cpu short=$(pages "$work/out/E1.handout.pdf")
small=$(bytes "$work/out/E1.handout.pdf")
floor_took 3 normal
floor_normal=$floor_cpu
took 3 -j 1 "$work/long"
more=$(($(pages "$work/out/E1.handout.pdf") - short))
figure "each further page ($more more, long answer)" \
    "%.3f ms of processor" "($cpu - $normal) / $few / $more"
figure "  against a page of a usual handout" "%.2f" \
    "(($cpu - $normal) / $more) / ($normal / $short)"
figure "  size" "%.2f KB" \
    "($(bytes "$work/out/E1.handout.pdf") - $small) / 1000 / $more"
figure "  memory" "%.1f MB" "$peak"
floor_took 3 long
figure "  against the floor" "%.2f" \
    "($cpu - $normal) / ($floor_cpu - $floor_normal)"

# Time as a power of how many there are: 1 is linear.
took 1 -j 1 "$work/quarter"
quarter=$cpu quarter_peak=$peak
took 1 -j 1 "$work/many"
figure "$many interviews against $((many / 4))" "time to the power of %.2f" \
    "log(($cpu - $one) / ($quarter - $one)) / log(4)"
figure "  memory" "%.1f MB, %.1f" "$peak, $quarter_peak"

# A report that prints one interview again and again.
long_report() {
    {
        awk '/^\[block/ { exit } { sub(/^id = handout/, "id = long"); print }' \
            layouts/handout.ini
        for i in $(seq "$1"); do
            printf '[block.again%d]\nkind = interview\n\n' "$i"
        done
    } >"$work/long.ini"
    read -r wall cpu peak < <("$measure" 1 "$program" render -q --force \
        -l "$work/long.ini" -d "$work/out" "$work/long/1.yaml")
}
rm -f "$work"/out/*
long_report 1
times=$((long_pages / $(pages "$work/out/E1.long.pdf") + 1))
long_report $(((times + 3) / 4))
quarter=$cpu quarter_pages=$(pages "$work/out/E1.long.pdf")
long_report "$times"
all=$(pages "$work/out/E1.long.pdf")
figure "a report of $all pages against $quarter_pages" \
    "time to the power of %.2f" \
    "log(($cpu - $one) / ($quarter - $one)) / log($all / $quarter_pages)"
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

# Verbs that make no report of each interview, and large tables.
# plain TIMES ARGUMENT...: as took; the figures come behind what is printed.
plain() {
    local times=$1
    shift
    read -r wall cpu peak < <("$measure" "$times" "$program" "$@" \
        2>"$work/said" | tail -n 1)
}
for verb in check score; do
    plain 1 "$verb" -j 1 "$work/quarter"
    quarter=$cpu quarter_peak=$peak
    plain 1 "$verb" -j 1 "$work/many"
    alone=$wall
    figure "$verb of $many interviews" "%.2f ms of processor each" \
        "$cpu / $many"
    figure "  against $((many / 4))" "time to the power of %.2f" \
        "log($cpu / $quarter) / log(4)"
    figure "  memory" "%.1f MB, %.1f" "$peak, $quarter_peak"
    plain 1 "$verb" -j "$(nproc)" "$work/many"
    figure "  $(nproc) processes against 1" "%.2f times as fast" "$alone / $wall"
done
rm -f "$work/many"/* "$work/quarter"/*
for i in $(seq 1000); do
    sed "s/^dossier: .*/dossier: E$i/" examples/three-readers.yaml \
        >"$work/many/$i.yaml"
    [ "$i" -gt 250 ] || cp "$work/many/$i.yaml" "$work/quarter/"
done
plain 1 agree "$work/quarter"
quarter=$cpu
plain 1 agree "$work/many"
figure "agree over 1,000 interviews" "%.2f ms of processor each" "$cpu / 1000"
figure "  against 250" "time to the power of %.2f" \
    "log($cpu / $quarter) / log(4)"
figure "  memory" "%.1f MB" "$peak"
# table ROWS: seven scores of each trainee, those of the example again and again.
table() {
    awk -F, -v n="$1" 'NR == 1 { print; next }
        { rest[NR - 2] = $2 "," $3 }
        END { for (i = 0; i < n; i++)
            printf "T%d,%s\n", i / 7, rest[i % (NR - 1)] }' \
        examples/trainees.csv >"$work/table.csv"
}
for format in pdf csv; do
    words=(-o "$work/out/tally.$format" --force --key "$work/one/1.yaml")
    [ $format = pdf ] || words+=(--format csv)
    table 25000
    plain 1 tally "$work/table.csv" "${words[@]}"
    quarter=$cpu
    table 100000
    plain 1 tally "$work/table.csv" "${words[@]}"
    figure "tally of 100,000 rows to $format" "%.0f ms of processor" "$cpu"
    figure "  against 25,000" "time to the power of %.2f" \
        "log($cpu / $quarter) / log(4)"
    figure "  memory" "%.1f MB" "$peak"
done
