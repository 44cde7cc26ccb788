#!/bin/bash
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# A folder of interviews in shards, as a job array of Slurm:
#
#     slurm.sh [CASES [OUT [SHARDS [OPTION of render...]]]]
#
# CASES is the folder of interviews (without it: the examples that lie above this
# script), OUT that of the reports (reports), SHARDS how many tasks the array has
# (4).  All machines have these folders and the program (RELATIEPROFIEL, where it
# is not on the path).  It waits until the manifests are put together; what a task
# said stands in OUT/slurm-I.log.  Options of sbatch go in SBATCH_ variables
# (SBATCH_PARTITION=short) or in SLURM_OPTIONS.  What a run that was broken off
# made stays: the next goes on there.  The status is that of one run: 0 all
# written, 1 an interview is refused, more: see relatieprofiel(1).
#SBATCH --job-name=relatieprofiel
#SBATCH --ntasks=1
set -eu

# In a job: a task of the array, or the one behind all of them.  A task in which an
# interview is refused has done its work; merge names what is missing.
if [ "${RP_PART:-}" = task ]; then
    status=0
    "$RP_PROGRAM" render "$RP_CASES" -d "$RP_OUT" --resume -q -j1 \
        --shard "$SLURM_ARRAY_TASK_ID/$RP_SHARDS" "$@" || status=$?
    [ "$status" -le 2 ]
    exit
elif [ "${RP_PART:-}" = merge ]; then
    "$RP_PROGRAM" merge "$RP_OUT"/manifest.*-of-"$RP_SHARDS".jsonl \
        -o "$RP_OUT/manifest.jsonl" --force
    exit
fi

# On the command line.
RP_CASES=$(realpath "${1:-$(dirname "$0")/..}")
RP_OUT=$(realpath -m "${2:-reports}")
RP_SHARDS=${3:-4}
RP_PROGRAM=$(command -v "${RELATIEPROFIEL:-relatieprofiel}")
RP_PROGRAM=$(realpath "$RP_PROGRAM")
export RP_CASES RP_OUT RP_SHARDS RP_PROGRAM
if [ $# -le 3 ]; then set --; else shift 3; fi
mkdir -p "$RP_OUT"
rm -f "$RP_OUT/manifest.jsonl" # of another run; those of the parts stay
# shellcheck disable=SC2086 # several options are several words
array=$(RP_PART=task sbatch ${SLURM_OPTIONS:-} --parsable --export=ALL \
    --array="0-$((RP_SHARDS - 1))" --output="$RP_OUT/slurm-%a.log" "$0" "$@")
# shellcheck disable=SC2086
RP_PART=merge sbatch ${SLURM_OPTIONS:-} --wait --export=ALL \
    --dependency="afterok:$array" --kill-on-invalid-dep=yes \
    --output="$RP_OUT/slurm-merge.log" "$0" || :
if [ ! -e "$RP_OUT/manifest.jsonl" ]; then
    cat "$RP_OUT"/slurm-*.log >&2
    exit 3
fi
! grep -q '"status": "failed"' "$RP_OUT/manifest.jsonl" || exit 3
! grep -q '"status": "refused"' "$RP_OUT/manifest.jsonl"
