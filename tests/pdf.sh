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

# The layouts over two interviews are those of compare.
layouts=$(basename -s .ini layouts/*.ini | grep -vx -e two-children -e twice |
    paste -sd,)

# compare_ FOLDER [OPTION...]: the first child beside another, and later.
compare_() {
    local dir=$1 other
    shift
    for other in second-child first-child-later; do
        "$program" compare examples/first-child.yaml "examples/$other.yaml" \
            -q -d "$dir" "$@" || return
    done
}

# neither_text FILE WORD...: none of the words on its pages.
neither_text() {
    local file=$1 word
    shift
    for word; do
        ! pdftotext "$file" - | grep -F "$word" || return
    done
}

# neither FILE WORD...: none of the words in what the file says of itself.
neither() {
    local file=$1 word
    shift
    for word; do
        ! pdfinfo -meta "$file" | grep -F "$word" || return
        ! pdfinfo "$file" | grep -F "$word" || return
    done
}
mkdir "$work/one" "$work/two" "$work/1b"
test_ "render" "$program" render examples -q -l "$layouts" -d "$work/one"
test_ "render again" env TZ=Asia/Tokyo LC_ALL=C.UTF-8 LANG=tr_TR.UTF-8 \
    "$program" render examples/*.yaml -q -l "$layouts" -d "$work/two"
test_ "render 1b" "$program" render examples -q -l "$layouts" --profile 1b \
    -d "$work/1b"

test_ "compare" compare_ "$work/one"
test_ "compare again" env TZ=Asia/Tokyo LC_ALL=C.UTF-8 \
    bash -c "$(declare -f compare_); program=$program; compare_ $work/two"
test_ "compare 1b" compare_ "$work/1b" --profile 1b
test_ "compare over" compare_ "$work/two"
for pdf in "$work"/one/*+*.pdf; do
    test_ "one page $(basename "$pdf")" \
        bash -c "pdfinfo '$pdf' | grep -q '^Pages: *1$'"
    test_ "no names $(basename "$pdf")" neither "$pdf" Daan Amira Sevda
done
test_ "alone" neither_text "$work/one/LP-0021.handout.pdf" Amira LP-0022
test_ "alone too" neither_text "$work/one/LP-0022.handout.pdf" Daan LP-0021

# Without an interview, and from a table.
for dir in one two; do
    test_ "form $dir" "$program" render -q -l form -d "$work/$dir"
    test_ "tally $dir" "$program" tally examples/trainees.csv -q \
        --key examples/three-readers.yaml -o "$work/$dir/group.pdf"
done
test_ "form over" "$program" render -q -l form -d "$work/two"
test_ "course over" "$program" render examples/juf-anne.yaml -q \
    -l course,course-key,form -d "$work/two"
for pdf in "$work"/one/*.{course,course-key,tally,form}.pdf; do
    test_ "no case $(basename "$pdf")" neither "$pdf" LP- CreateDate \
        Martijn Anne Daan Amira Sevda
done
for pdf in "$work"/one/*.form.pdf; do
    test_ "no names $(basename "$pdf")" neither_text "$pdf" Martijn Anne LP-
done

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
