#!/bin/bash
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# PDFs as files: tests/pdf.sh PROGRAM.  Every example in every layout: made
# twice in other surroundings with the same bytes, without a fault for qpdf
# and pdfcheck.py; and PDF/A-1b for preflight.
set -u
cd "$(dirname "$0")/.." || exit 3
program=$1
. tests/count.sh

# The layouts over several interviews are those of compare and agree.
layouts=$(basename -s .ini layouts/*.ini |
    grep -vx -e two-children -e twice -e agreement | paste -sd,)

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

# Over many interviews.
many=$(grep -L '^regels: with' examples/*.yaml)
for dir in one two; do
    # shellcheck disable=SC2086
    test_ "agree $dir" "$program" agree $many -o "$work/$dir/agree.pdf"
done

# Without an interview, and from a table.
for dir in one two; do
    test_ "form $dir" "$program" render -q -l form,self,review -d "$work/$dir"
    test_ "tally $dir" "$program" tally examples/trainees.csv -q \
        --key examples/three-readers.yaml -o "$work/$dir/group.pdf"
done
test_ "form over" "$program" render -q -l form -d "$work/two"
test_ "course over" "$program" render examples/juf-anne.yaml -q \
    -l course,course-key,form -d "$work/two"
for pdf in "$work"/one/*.{course,course-key,tally,form}.pdf \
    "$work"/one/{self,review}.pdf; do
    test_ "no case $(basename "$pdf")" neither "$pdf" LP- CreateDate \
        Martijn Anne Daan Amira Sevda
done
for pdf in "$work"/one/*.form.pdf; do
    test_ "no names $(basename "$pdf")" neither_text "$pdf" Martijn Anne LP-
done

# readings FOLDER INTERVIEWS READERS: interviews with scores that differ.
readings() {
    local i r
    mkdir -p "$1"
    for ((i = 1; i <= $2; i++)); do
        {
            printf 'format: interview/1\ncase: LP-%04d\nlanguage: nl\n' "$i"
            echo 'skipped: [v01, v02, v03, v04, v05, v06, v07, v08, v09, v10]'
            echo 'readings:'
            for ((r = 1; r <= $3; r++)); do
                printf '  - by: L%d\n    scores:\n' "$r"
                printf '      secure_base: {score: %d}\n' $(((i * 5 + r * r) % 7 + 1))
                printf '      anger: {score: %d}\n' $(((i + (i * r) % 3) % 7 + 1))
                printf '      coherence: {score: %d}\n' $(((i * r) % 5 + 1))
                [ $(((i + r) % 4)) = 0 ] || printf '      helplessness: {score: 4}\n'
            done
            echo ...
        } >"$1/$i.yaml"
    done
}

# agree_ FOLDER [OPTION...]: from two readers of one interview to many.
agree_() {
    local dir=$1 of
    shift
    for of in "1 1" "1 2" "2 2" "12 3" "60 2" "130 8"; do
        # shellcheck disable=SC2086
        readings "$work/of ${of}" $of
        "$program" agree "$work/of $of" -o "$dir/agree ${of}.pdf" "$@" || return
    done
}
test_ "agree" agree_ "$work/one"
test_ "agree over" agree_ "$work/one"
test_ "agree again" agree_ "$work/two"
test_ "agree 1b" agree_ "$work/1b" --profile 1b
mkdir "$work/large"
test_ "agree large" agree_ "$work/large" --large --lang en
for pdf in "$work"/large/*.pdf; do
    test_ "pdfcheck $(basename "$pdf") large" python3 tests/pdfcheck.py "$pdf"
done

test_ "altered" tests/altered.py "$program" "$work/one/LP-0017.handout.pdf"
test_ "altered 1b" tests/altered.py "$program" "$work/1b/LP-0017.handout.pdf"
for pdf in "$work"/one/LP-0017.*.pdf "$work"/1b/LP-0017.*.pdf; do
    case $pdf in
    *.tally.pdf) continue ;;
    esac
    test_ "verify $(basename "$pdf")" \
        "$program" verify "$pdf" examples/juf-anne.yaml
done
for other in second-child first-child-later; do
    "$program" compare examples/first-child.yaml "examples/$other.yaml" -q \
        -o "$work/pair.pdf" --mono --force
    test_ "verify $other" "$program" verify "$work/pair.pdf" \
        examples/first-child.yaml "examples/$other.yaml"
done

# says STATUS WORDS COMMAND...: a last line that ends in the words.
says() {
    local status=$1 words=$2 out
    shift 2
    out=$("$@")
    [ $? = "$status" ] && [[ ${out##*$'\n'} = *" $words" ]] ||
        { echo "$out"; return 1; }
}
verify_="$program verify $work/one/LP-0017.handout.pdf"
sed 's/^duur: .*//; s/Rekenles/Taalles/' examples/juf-anne.yaml >"$work/other.yaml"
# shellcheck disable=SC2086
{
    test_ "verify same" says 0 "the same bytes" $verify_ examples/juf-anne.yaml
    test_ "verify other text" says 1 " interview" $verify_ "$work/other.yaml"
    test_ "verify other case" says 1 " case, interview" \
        $verify_ examples/english.yaml
    test_ "verify other layout" says 1 " layout, layout file" \
        $verify_ examples/juf-anne.yaml -l coach
    test_ "verify other rules" says 1 " rules" \
        $verify_ examples/juf-anne.yaml -r llinc -r examples/with-questionnaire.ini
}
test_ "verify agree" "$program" verify "$work/one/agree 12 3.pdf" "$work/of 12 3"

# A layout and a font of one's own, found by name in the settings.
own=$work/config/relatieprofiel
mkdir -p "$own/layouts" "$own/fonts"
cp layouts/example-logo.png "$own/layouts"
sed 's/^id = .*/id = own/; s/^family = .*/family = Own/' \
    layouts/example-institute.ini >"$own/layouts/own.ini"
cp /usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf "$own/fonts/Own-Regular.ttf"
for dir in one two 1b; do
    profile=2a
    [ $dir = 1b ] && profile=1b
    test_ "own layout $dir" env XDG_CONFIG_HOME="$work/config" \
        "$program" render examples/juf-anne.yaml -q -l own -d "$work/$dir" \
        --profile $profile --mono
done
test_ "own font" bash -c "pdffonts '$work/one/LP-0017.own.pdf' | grep -q DejaVuSerif"
test_ "own logo" bash -c \
    "pdfimages -list '$work/one/LP-0017.own.pdf' | grep -q ' 600 *143 *gray '"
# Folded into a booklet: the last page beside the first, and so on inwards.
booklet_order() {
    local pdf=$1 width side
    width=$(pdfinfo "$pdf" | awk '/^Page size/ { print int($3 / 2) }')
    for side in "1 8 1" "2 2 7" "3 6 3" "4 4 5"; do
        # shellcheck disable=SC2086
        set -- $side
        pdftotext -f "$1" -l "$1" -x 0 -y 0 -W "$width" -H 2000 "$pdf" - |
            grep -q "^$2 van 8" || { echo "side $1: no page $2 at the left"; return 1; }
        pdftotext -f "$1" -l "$1" -x "$width" -y 0 -W 2000 -H 2000 "$pdf" - |
            grep -q "^$3 van 8" || { echo "side $1: no page $3 at the right"; return 1; }
    done
}
for dir in one two 1b; do
    profile=2a
    [ $dir = 1b ] && profile=1b
    test_ "booklet $dir" "$program" render examples/juf-anne.yaml -q -l handout \
        --booklet --profile $profile -o "$work/$dir.booklet"
done
test_ "booklet again" cmp "$work/one.booklet" "$work/two.booklet"
test_ "booklet order" booklet_order "$work/one.booklet"
test_ "booklet verified" "$program" verify "$work/one.booklet" examples/juf-anne.yaml
test_ "booklet claims no tags" neither "$work/one.booklet" pdfuaid:part StructTreeRoot
mv "$work/1b.booklet" "$work/1b/booklet.pdf"

# The same words on other paper, on pages of that size.
words_of() {
    # Page numbers and the ends of pages differ.
    pdftotext "$1" - | tr -s ' \n\f' '\n\n\n' | grep -v '[0-9]' | sort -u
}
paper() {
    local paper=$1 layout=$2 margin=22mm size=612
    [ "$paper" = A5 ] && margin=12mm && size=419
    sed "s/^paper = A4/paper = $paper/; s/^margin.\\(left\\|right\\) = .*/margin.\\1 = $margin/" \
        "layouts/$layout.ini" >"$own/layouts/on-$layout.ini"
    env XDG_CONFIG_HOME="$work/config" "$program" render examples/juf-anne.yaml \
        -q -l "on-$layout" -o "$work/on.pdf" --force &&
        python3 tests/pdfcheck.py "$work/on.pdf" &&
        pdfinfo "$work/on.pdf" | grep -q "^Page size: *$size" &&
        diff <(words_of "$work/one/LP-0017.$layout.pdf") <(words_of "$work/on.pdf") |
        grep '^<' >"$work/lost"
    [ ! -s "$work/lost" ] || { cat "$work/lost"; return 1; }
}
for layout in handout coach course-key rings balance before; do
    for paper in A5 Letter; do
        test_ "$layout on $paper" paper "$paper" "$layout"
    done
done

# A JPEG as a logo goes into the file as it is.
cp tests/cases/l-logo-jpeg/logo.jpg "$own/layouts"
sed 's/^id = .*/id = jpeg/; s/^logo = .*/logo = logo.jpg/' \
    layouts/example-institute.ini >"$own/layouts/jpeg.ini"
for dir in one two 1b; do
    profile=2a
    [ $dir = 1b ] && profile=1b
    test_ "JPEG $dir" env XDG_CONFIG_HOME="$work/config" \
        "$program" render examples/juf-anne.yaml -q -l jpeg -d "$work/$dir" \
        --profile $profile
done
test_ "JPEG as it is" bash -c \
    "pdfimages -list '$work/one/LP-0017.jpeg.pdf' | grep -q ' jpeg '"
head -c 90000 /usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf \
    >"$own/fonts/Own-Regular.ttf"
test_ "broken font" env XDG_CONFIG_HOME="$work/config" bash -c \
    "'$program' render examples/juf-anne.yaml -q -l own -o '$work/x.pdf' 2>&1 |
        grep -q 'error.D104.: font .*Own-Regular.ttf'"

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
