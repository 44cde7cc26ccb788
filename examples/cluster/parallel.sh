#!/bin/sh
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# A folder of interviews in shards, by GNU parallel:
#
#     parallel.sh [CASES [OUT [SHARDS [OPTION of render...]]]]
#
# CASES is the folder of interviews (without it: the examples that lie above this
# script), OUT that of the reports (reports), SHARDS how many parts (one per
# processor).  With HOSTS, as parallel's --sshlogin has it, the parts run on other
# machines that have the same folders and the same program:
#
#     HOSTS=: parallel.sh cases reports 8 -l handout
#     HOSTS=4/alice,8/bob parallel.sh cases reports 48
#
# RELATIEPROFIEL is the program, where it is not on the path.  What a run that was
# broken off made stays: the next goes on there.  The status is that of one run:
# 0 all written, 1 an interview is refused, more: see relatieprofiel(1).
set -eu
cases=${1:-$(dirname "$0")/..} out=${2:-reports} shards=${3:-$(nproc)}
program=${RELATIEPROFIEL:-relatieprofiel}
if [ $# -le 3 ]; then set --; else shift 3; fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
parallel ${HOSTS:+--sshlogin "$HOSTS"} --workdir "$PWD" --joblog "$log" --quote \
    "$program" render "$cases" -d "$out" --resume --shard "{}/$shards" -q "$@" \
    ::: $(seq 0 $((shards - 1))) || started=$?
status=$(awk 'NR > 1 && $7 > worst { worst = $7 } NR > 1 && $8 > 0 { worst = 3 }
    END { print worst + 0 }' "$log")
set -- "$out"/manifest.*-of-"$shards".jsonl
if [ "$status" -gt 2 ]; then exit "$status"; fi
if [ ! -e "$1" ]; then
    if [ "$status" = 0 ]; then
        echo "parallel.sh: nothing came back in $out (parallel: ${started:-0})" >&2
        status=3
    fi
    exit "$status"
fi
"$program" merge "$@" -o "$out/manifest.jsonl" --force || {
    merged=$? # it names what is missing
    [ "$merged" -le "$status" ] || status=$merged
}
exit "$status"
