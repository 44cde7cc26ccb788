#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
"""Alters a report byte by byte and asks `verify` about each:
tests/altered.py PROGRAM PDF.  A byte in 97, the first 20 and the last 400, as
well as a longer and a shorter file; every one must be refused."""
import subprocess
import sys
import tempfile


def verify(program, data):
    with tempfile.NamedTemporaryFile(suffix=".pdf") as f:
        f.write(data)
        f.flush()
        return subprocess.run([program, "verify", f.name],
                              capture_output=True).returncode


def main(program, path):
    whole = open(path, "rb").read()
    faults = []
    if verify(program, whole) != 0:
        faults.append("the report itself is refused")
    places = {*range(0, len(whole), 97), *range(20),
              *range(len(whole) - 400, len(whole))}
    for at in sorted(places):
        altered = bytearray(whole)
        altered[at] ^= 1 + at % 255
        if verify(program, altered) != 1:
            faults.append(f"byte {at} altered and not refused")
    for name, data in {"longer": whole + b"\n", "shorter": whole[:-1],
                       "empty": b"", "twice": whole + whole}.items():
        if verify(program, data) != 1:
            faults.append(f"{name} and not refused")
    print("\n".join(faults))
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
