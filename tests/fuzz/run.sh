#!/bin/bash
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# Runs a fuzzer for some seconds: tests/fuzz/run.sh FUZZER SECONDS.  Seeds are
# the small files of tests/fuzz/corpus, what was found once, the shipped files,
# and what earlier runs found.  A crash, or an input that takes too long or too
# much memory, is kept in build/fuzz/kept: put it in tests/fuzz/found/NAME,
# where `make check` replays it.
set -eu
cd "$(dirname "$0")/../.."
fuzzer=$1 seconds=$2
name=$(basename "$fuzzer")
short=${name#fuzz_}
corpus=build/fuzz/corpus/$name
mkdir -p "$corpus" "build/fuzz/kept/$name"
case $short in
    ini | rules | layout) dict=ini shipped="rules layouts" ;;
    document | csv) dict=document shipped="examples/trainees.csv" ;;
    filled) dict=pdf shipped='' ;;
    image) dict='' shipped=layouts/example-logo.png ;;
    font) dict='' shipped='' ;;
    *) dict=yaml shipped=examples ;;
esac
for path in $shipped "tests/fuzz/corpus/$short" "tests/fuzz/found/$short"; do
    [ ! -e "$path" ] || find "$path" -type f -size -200k -exec cp -n {} "$corpus" \;
done
# Real reports to type in are made anew: they are as the program is.
if [ "$short" = filled ]; then
    for layout in before rings pocket; do
        build/relatieprofiel render examples/juf-anne.yaml -l "$layout" --fillable \
            --profile none -d "$corpus" --force -q
    done
fi
log=build/fuzz/$name.log
if ! ASAN_OPTIONS=detect_leaks=0 "$fuzzer" -max_total_time="$seconds" \
    -max_len=65536 -timeout=20 -rss_limit_mb=2048 ${dict:+-dict=tests/fuzz/$dict.dict} \
    -artifact_prefix="build/fuzz/kept/$name/" -print_final_stats=1 \
    "$corpus" >"$log" 2>&1; then
    echo "$name: failed"
    grep -aA20 'ERROR\|Test unit' "$log" | head -60
    exit 1
fi
echo "$name: $(sed -n 's/^stat::number_of_executed_units: //p' "$log") inputs," \
    "$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -n 1) edges"
