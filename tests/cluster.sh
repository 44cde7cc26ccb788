#!/bin/bash
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# The recipes for several processors and machines: tests/cluster.sh PROGRAM.
# examples/cluster/parallel.sh and Makefile run as they stand, from an empty folder;
# what they make is what one run makes, byte for byte, the manifest too.  That for
# Slurm is run by slurm.sh (make check-slurm).
set -u
cd "$(dirname "$0")/.." || exit 3
RELATIEPROFIEL=$(realpath "$1")
export RELATIEPROFIEL
. tests/count.sh
recipes=$PWD/examples/cluster
mkdir -p "$work/empty" "$work/bin" "$work/cases"

# runs STATUS COMMAND...: in the empty folder, with that status.
runs() {
    local status=$1
    shift
    (cd "$work/empty" && "$@" </dev/null)
    [ $? = "$status" ]
}

# The two folders are the same but for the manifests of the parts.
same() {
    diff -r -x 'manifest.*-of-*' "$1" "$2"
}

# ssh HOST COMMAND...: another machine, which is this one; as sshd it gives the command
# a home and a shell, also where this test was started without.
cat >"$work/bin/ssh" <<'SSH'
#!/bin/sh
echo "$1" >>"$(dirname "$0")/hosts"
shift
[ "$1" != -- ] || shift
cd / && HOME=/ SHELL=/bin/sh exec sh -c "$*"
SSH
chmod +x "$work/bin/ssh"

cp examples/*.yaml examples/*.ini "$work/cases"
sed 's/^dossier: .*/dossier: LP-0400/; s/^beoordelingen:/beoordeelingen:/' \
    examples/juf-anne.yaml >"$work/cases/refused.yaml"
"$RELATIEPROFIEL" render examples -q -d "$work/single"
"$RELATIEPROFIEL" render "$work/cases" -q -l coach -d "$work/some" 2>/dev/null

test_ "parallel, as it stands" runs 0 "$recipes/parallel.sh"
test_ "parallel: what one run makes" same "$work/single" "$work/empty/reports"
test_ "parallel, an interview that is refused" \
    runs 1 "$recipes/parallel.sh" "$work/cases" p 3 -l coach
test_ "parallel: all the others" same "$work/some" "$work/empty/p"
test_ "parallel, other machines" env "HOSTS=2/alice,2/bob" \
    "PARALLEL_SSH=$work/bin/ssh" bash -c "$(declare -f runs); work='$work'; \
        runs 0 '$recipes/parallel.sh' '$PWD/examples' far 5"
test_ "both were asked" bash -c "[ \"\$(sort -u '$work/bin/hosts' | tr '\n' ' ')\" = 'alice bob ' ]"
test_ "parallel: the same from there" same "$work/single" "$work/empty/far"
test_ "parallel, a machine that does nothing" env "HOSTS=2/alice" \
    "PARALLEL_SSH=true" bash -c "$(declare -f runs); work='$work'; \
        runs 3 '$recipes/parallel.sh' '$PWD/examples' none 2 2>'$work/said'"
test_ "and that is said" grep -q "nothing came back in none" "$work/said"
test_ "parallel, no such layout" runs 2 "$recipes/parallel.sh" "$work/cases" n 2 -l nosuch

program="RELATIEPROFIEL=$RELATIEPROFIEL"
test_ "make, as it stands" \
    runs 0 make -s -j2 -f "$recipes/Makefile" "$program" OUT=made
test_ "make: what one run makes" same "$work/single" "$work/empty/made"
test_ "make, an interview that is refused" runs 2 make -s -j2 -f \
    "$recipes/Makefile" "$program" "CASES=$work/cases" OUT=m SHARDS=7 "OPTIONS=-l coach"
test_ "make: all the others" same "$work/some" "$work/empty/m"
test_ "make, once more" \
    runs 0 make -s -j2 -f "$recipes/Makefile" "$program" OUT=made
echo "cluster: $passed passed, $failed failed"
[ "$failed" = 0 ]
