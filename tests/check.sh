#!/bin/bash
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# All tests: tests/check.sh PROGRAM EMBED UNIT-TEST...  Each part ends in a line
# "NAME: N passed, N failed"; the last line of all adds them up.
set -u
# What runs in the background, or under nohup, ignores signals, and so would all
# that is started from here.
[ "${SIGNALS_HEEDED:-}" = yes ] ||
    SIGNALS_HEEDED=yes exec env --default-signal=HUP,INT,QUIT,TERM "$0" "$@"
cd "$(dirname "$0")/.." || exit 3
program=$1 embed=$2
shift 2
passed=0 failed=0

# Adds the counts of a part's last line; shows the rest where it failed.
count() {
    local last=${1##*$'\n'}
    [[ $last =~ ([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]] ||
        { echo "$1"; echo "a part of the tests broke off"; failed=$((failed + 1)); return; }
    passed=$((passed + BASH_REMATCH[1]))
    failed=$((failed + BASH_REMATCH[2]))
    if [ "${BASH_REMATCH[2]}" = 0 ]; then echo "$last"; else echo "$1"; fi
    ${AFTER_PART:-true}
}

# cmocka counts in lines like "[  PASSED  ] 5 test(s).".
unit() {
    local test=$1 out status ok bad
    out=$(CMOCKA_MESSAGE_OUTPUT=stdout timeout 120 "$test" 2>&1)
    status=$?
    ok=$(awk '/^\[  PASSED  \] [0-9]/ { n += $4 } END { print n + 0 }' <<<"$out")
    bad=$(awk '/^\[  FAILED  \] [0-9]/ { n += $4 } END { print n + 0 }' <<<"$out")
    [ "$status" != 0 ] && [ "$bad" = 0 ] && bad=1
    [ "$status" != 0 ] && grep -v '^\[ RUN\|^\[       OK' <<<"$out"
    echo "$(basename "$test"): $ok passed, $bad failed"
}

# Where a program built with sanitizers leaves their reports (asan.c).
rm -rf "$(dirname "$program")/reports"
mkdir "$(dirname "$program")/reports"
count "$(tests/layers.sh 2>&1)"
for test; do
    count "$(unit "$test")"
done
count "$(tests/fuzz/replay.sh "$(dirname "$program")"/tests/fuzz/replay_*[a-z] 2>&1)"
count "$(tests/run.sh "$program" 2>&1)"
count "$(tests/home.sh "$program" 2>&1)"
count "$(tests/archive.sh "$program" 2>&1)"
count "$(tests/keep.sh "$program" 2>&1)"
count "$(tests/embed.sh "$program" "$embed" 2>&1)"
count "$(python3 tests/oracle.py "$program" 60 2>&1)"
count "$(python3 tests/typed.py "$program" 300 2>&1)"
count "$(python3 tests/codes.py "$program" 2>&1)"
count "$(python3 tests/tidy.py "$program" 200 2>&1)"
count "$(python3 tests/import.py "$program" 100 2>&1)"
count "$(python3 tests/imported.py "$program" 2>&1)"
count "$(python3 tests/linear.py "$program" 2>&1)"
count "$(python3 tests/schema.py "$program" 2>&1)"
count "$(python3 tests/words.py "$program" 2>&1)"
count "$(python3 tests/claims.py "$program" 2>&1)"
count "$(python3 tests/explain.py "$program" 2>&1)"
count "$(python3 tests/manual.py "$program" 2>&1)"
count "$(python3 tests/completion.py "$program" 2>&1)"
count "$(python3 tests/said.py "$program" 2>&1)"
count "$(python3 tests/seldom.py "$program" 2>&1)"
count "$(python3 tests/edges.py "$program" 2>&1)"
count "$(python3 tests/slips.py "$program" 2>&1)"
count "$(python3 tests/asked.py "$program" 2>&1)"
count "$(python3 tests/fields.py "$program" 2>&1)"
count "$(python3 tests/batch.py "$program" 2>&1)"
count "$(python3 tests/each.py "$program" 2>&1)"
count "$(python3 tests/disk.py "$program" 2>&1)"
count "$(python3 tests/guard.py "$program" 2>&1)"
# This one is shown: it is a table of what was brought about.
faults=$(python3 tests/fault_table.py "$program" 2>&1)
[[ $faults != *", 0 failed" ]] || echo "${faults%$'\n'*}"
count "$faults"
count "$(python3 tests/watch.py "$program" 2>&1)"
count "$(python3 tests/replacing.py "$program" 2>&1)"
count "$(python3 tests/read.py "$program" 2>&1)"
count "$(python3 tests/password.py "$program" 2>&1)"
count "$(python3 tests/looks.py "$program" 2>&1)"
count "$(python3 tests/geometry.py "$program" 2>&1)"
count "$(python3 tests/charts.py "$program" 2>&1)"
count "$(python3 tests/fit.py "$program" 2>&1)"
count "$(python3 tests/layouts.py "$program" 2>&1)"
count "$(tests/pdf.sh "$program" 2>&1)"
count "$(tests/cluster.sh "$program" 2>&1)"
count "$(python3 tests/collect.py "$program" 2>&1)"
count "$(python3 tests/privacy.py "$program" 2>&1)"
count "$(tests/web/check.sh "$program" 2>&1)"
# This one too: what it names was left out.
sanitized=$(python3 tests/sanitized.py "$program" 2>&1)
[[ $sanitized != *", 0 failed" ]] || echo "${sanitized%$'\n'*}"
count "$sanitized"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
