# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# Sourced by tests in shell: a folder to work in, and counting.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# test_ NAME COMMAND...: counts; shows what a failing command said.
test_() {
    local name=$1 out
    shift
    if out=$("$@" 2>&1); then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED %s\n%s\n' "$name" "$out"
    fi
}
