#!/bin/bash
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# Runs a fuzzer for some seconds: tests/fuzz/run.sh FUZZER SECONDS.  Seeds are
# the shipped files and what earlier runs found; a crash is kept in
# build/fuzz/crash-* and becomes a case.
set -eu
cd "$(dirname "$0")/../.."
fuzzer=$1 seconds=$2
name=$(basename "$fuzzer")
corpus=build/fuzz/corpus/$name
mkdir -p "$corpus"
cp -n examples/* rules/*.ini layouts/*.ini "$corpus" 2>/dev/null || true
find "$corpus" -size +200k -delete
log=build/fuzz/$name.log
if ! "$fuzzer" -max_total_time="$seconds" -max_len=65536 -timeout=10 \
    -rss_limit_mb=2048 -artifact_prefix=build/fuzz/ -print_final_stats=1 \
    "$corpus" >"$log" 2>&1; then
    echo "$name: failed"
    grep -A20 'ERROR\|Test unit' "$log"
    exit 1
fi
echo "$name: $(sed -n 's/^stat::number_of_executed_units: //p' "$log") inputs"
