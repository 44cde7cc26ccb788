#!/bin/bash
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# Gives each fuzzer's function its seeds and what was found once, without a
# fuzzer: tests/fuzz/replay.sh REPLAY...  The last line counts.
cd "$(dirname "$0")/../.." || exit 1
ok=0 bad=0
for replay; do
    name=$(basename "$replay")
    name=${name#replay_}
    [ "${name%.d}" = "$name" ] || continue # what make notes beside it
    files=$(find "tests/fuzz/corpus/$name" "tests/fuzz/found/$name" -type f 2>/dev/null | sort)
    [ -n "$files" ] || continue
    # Names without blanks, one a line.
    # shellcheck disable=SC2086
    done=$("$replay" $files 2>&1) && { ok=$((ok + $(wc -l <<<"$files"))); continue; }
    bad=$((bad + 1))
    echo "$name: behind $(tail -n 3 <<<"$done")"
done
echo "replay: $ok passed, $bad failed"
exit $((bad > 0))
