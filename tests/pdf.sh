#!/bin/bash
# PDFs as files: tests/pdf.sh PROGRAM.  Every example in every layout: made
# twice in other surroundings with the same bytes, without a fault for qpdf
# and pdfcheck.py; and PDF/A-1b for preflight.
set -u
cd "$(dirname "$0")/.." || exit 3
program=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# test NAME COMMAND...: counts; shows what a failing command said.
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

layouts=$(basename -s .ini layouts/*.ini | paste -sd,)
mkdir "$work/one" "$work/two" "$work/1b"
test_ "render" "$program" render examples -q -l "$layouts" -d "$work/one"
test_ "render again" env TZ=Asia/Tokyo LC_ALL=C.UTF-8 LANG=tr_TR.UTF-8 \
    "$program" render examples/*.yaml -q -l "$layouts" -d "$work/two"
test_ "render 1b" "$program" render examples -q -l "$layouts" --profile 1b \
    -d "$work/1b"

test_ "render over" "$program" render examples/juf-anne.yaml -d "$work/two"
test_ "same bytes" diff -rq "$work/one" "$work/two"
for pdf in "$work"/one/*.pdf; do
    test_ "qpdf $(basename "$pdf")" qpdf --check "$pdf"
done
if [ -e tests/pdfcheck.py ]; then
    for pdf in "$work"/one/*.pdf; do
        test_ "pdfcheck $(basename "$pdf")" python3 tests/pdfcheck.py "$pdf"
    done
fi

# One Java start for all files.
java=/usr/share/java
jars=
for jar in preflight xmpbox pdfbox2 fontbox2 commons-logging commons-io \
    jaxb-api javax.activation; do
    jars=$jars:$java/$jar.jar
done
test_ "preflight" java -cp "${jars#:}" \
    org.apache.pdfbox.preflight.Validator_A1b "$work"/1b/*.pdf

echo "pdf: $passed passed, $failed failed"
[ "$failed" = 0 ]
