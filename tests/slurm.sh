#!/bin/bash
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# The recipe for Slurm: tests/slurm.sh PROGRAM.  A cluster of this one machine, on
# loopback and in a temporary folder (munged, slurmctld, slurmd), on which
# examples/cluster/slurm.sh runs; it needs root, as slurmd does.
set -u
cd "$(dirname "$0")/.." || exit 3
RELATIEPROFIEL=$(realpath "$1")
export RELATIEPROFIEL
. tests/count.sh
recipe=$PWD/examples/cluster/slurm.sh examples=$PWD/examples
cluster=$work/cluster
mkdir -p "$cluster"/{state,spool} "$work/empty"
chmod 755 "$work" "$cluster"

pids=()
end() {
    [ ${#pids[@]} = 0 ] || kill "${pids[@]}" 2>/dev/null
    wait 2>/dev/null
    rm -rf "$work"
}
trap end EXIT

# A port that nobody listens at, from the first one on.
free_port() {
    local port=$1
    while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
    echo "$port"
}

start() {
    "$@" >"$cluster/${1##*/}.log" 2>&1 &
    pids+=($!)
}

name=$(hostname -s)
dd if=/dev/urandom of="$cluster/key" bs=1024 count=1 2>/dev/null
chmod 400 "$cluster/key"
cat >"$cluster/slurm.conf" <<CONF
ClusterName=test
SlurmctldHost=$name(127.0.0.1)
SlurmctldPort=$(free_port 16817)
SlurmdPort=$(free_port 16818)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$cluster/munge.socket
CryptoType=crypto/munge
StateSaveLocation=$cluster/state
SlurmdSpoolDir=$cluster/spool
SlurmctldPidFile=$cluster/slurmctld.pid
SlurmdPidFile=$cluster/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=1
MpiDefault=none
ReturnToService=2
NodeName=$name NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=$name Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF=$cluster/slurm.conf

start munged --foreground --force --key-file="$cluster/key" \
    --socket="$cluster/munge.socket" --pid-file="$cluster/munge.pid" \
    --seed-file="$cluster/seed" --log-file="$cluster/munge.log"
for _ in $(seq 50); do [ -S "$cluster/munge.socket" ] && break; sleep 0.1; done
start slurmctld -D -i
start slurmd -D -N "$name" -f "$SLURM_CONF"
for _ in $(seq 100); do
    sinfo -h -o %t 2>/dev/null | grep -q idle && break
    sleep 0.2
done
if ! sinfo -h -o %t 2>/dev/null | grep -q idle; then
    tail -n 20 "$cluster"/*.log
    echo "slurm: 0 passed, 1 failed"
    exit 1
fi

# The status, and a folder that is the one of a single run but for manifests of
# the parts and what tasks said.
runs() {
    local status=$1
    shift
    (cd "$work/empty" && timeout 120 "$recipe" "$@")
    [ $? = "$status" ]
}
same() {
    diff -r -x 'manifest.*-of-*' -x '*.log' "$1" "$2"
}

"$RELATIEPROFIEL" render "$examples" -q -d "$work/single"
test_ "as it stands, in an empty folder" runs 0
test_ "the reports and manifest of one run" same "$work/single" "$work/empty/reports"
mkdir "$work/cases"
cp examples/*.yaml examples/*.ini "$work/cases"
sed 's/^dossier: .*/dossier: LP-0400/; s/^beoordelingen:/beoordeelingen:/' examples/juf-anne.yaml \
    >"$work/cases/refused.yaml"
"$RELATIEPROFIEL" render "$work/cases" -q -l coach -d "$work/some" 2>/dev/null
test_ "an interview that is refused" runs 1 "$work/cases" out 3 -l coach
test_ "all the others" same "$work/some" "$work/empty/out"
test_ "what was said of it" grep -q beoordeelingen "$work"/empty/out/slurm-*.log
test_ "once more" runs 1 "$work/cases" out 3 -l coach
echo "slurm: $passed passed, $failed failed"
[ "$failed" = 0 ]
