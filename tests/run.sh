#!/bin/bash
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# Command line cases: tests/run.sh PROGRAM [CASE...].  Each folder of
# tests/cases/ is copied and the program run in the copy:
#   args       words behind the program's name; $TOP is the source tree
#   env        NAME=VALUE lines (optional)
#   stdin      standard input (optional)
#   out, err   expected standard output and error (absent: empty)
#   err.any    standard error is not looked at
#   status     expected exit status (absent: 0)
#   NAME.want  expected content of the file NAME afterwards
#   NAME.pdf.txt  expected `pdftotext -layout` of NAME.pdf
#   absent     names of files that must not be there afterwards
# Only failures are shown; the last line counts.  ACCEPT=1 writes what comes
# out as what is expected.
set -u
TOP=$(cd "$(dirname "$0")/.." && pwd)
export TOP

# The environment that messages and paths depend on.
unset LANGUAGE SOURCE_DATE_EPOCH NO_COLOR TERM XDG_CONFIG_HOME
export LC_ALL=C HOME=/nonexistent

# Compares WANT with GOT, or accepts it; an empty GOT is an absent WANT.
compare() {
    local want=$1 got=$2
    if [ "${ACCEPT:-0}" = 1 ]; then
        if [ -s "$got" ]; then cp "$got" "$want"; else rm -f "$want"; fi
        return 0
    fi
    [ -e "$want" ] || want=/dev/null
    diff -u --label "$want" --label "now" "$want" "$got"
}

one() {
    local program=$1 case=$2 work status=0 bad=0 f name words vars
    name=$(basename "$case")
    work=$(mktemp -d) || exit 3
    cp -R "$case/." "$work/in"
    words=$(cat "$case/args")
    {
        cd "$work/in" || exit 3
        vars=()
        # shellcheck disable=SC2238 # a variable holds the file
        [ -e env ] && mapfile -t vars <env
        f=/dev/null
        [ -e stdin ] && f=stdin
        eval "set -- $words"
        timeout 60 env "${vars[@]}" "$program" "$@" <"$f" >../out 2>../err
        echo $? >../status
    }
    cd "$TOP" || exit 3
    sed -i "s|$TOP|\$TOP|g" "$work/out" "$work/err"
    status=$(cat "$work/status")
    [ "$status" = 0 ] && : >"$work/status"
    {
        # No shell, no signal, no time limit: never what is expected.
        [ "$status" -lt 124 ] || { echo "status $status"; bad=1; }
        compare "$case/status" "$work/status" || bad=1
        compare "$case/out" "$work/out" || bad=1
        [ -e "$case/err.any" ] || compare "$case/err" "$work/err" || bad=1
        for f in "$case"/*.want; do
            [ -e "$f" ] || continue
            compare "$f" "$work/in/$(basename "$f" .want)" || bad=1
        done
        for f in "$case"/*.pdf.txt; do
            [ -e "$f" ] || continue
            pdftotext -layout "$work/in/$(basename "$f" .txt)" "$work/text" ||
                bad=1
            compare "$f" "$work/text" || bad=1
        done
        if [ -e "$case/absent" ]; then
            while IFS= read -r f; do
                [ ! -e "$work/in/$f" ] || { echo "$f is there"; bad=1; }
            done <"$case/absent"
        fi
    } >"$work/report" 2>&1
    if [ "$bad" = 1 ]; then
        { echo "FAILED $name: $words"; cat "$work/report"; } >"$work/all"
        cat "$work/all"
        echo "$name" >>"$FAILURES"
    fi
    rm -rf "$work"
}

if [ "$1" = --one ]; then
    one "$2" "$3"
    exit 0
fi

program=$(realpath "$1")
shift
[ $# -gt 0 ] || set -- "$TOP"/tests/cases/*/
FAILURES=$(mktemp)
export FAILURES
printf '%s\0' "${@%/}" | xargs -0 -P "${JOBS:-2}" -n 1 "$0" --one "$program"
failed=$(wc -l <"$FAILURES")
rm -f "$FAILURES"
echo "cases: $(($# - failed)) passed, $failed failed"
[ "$failed" = 0 ]
