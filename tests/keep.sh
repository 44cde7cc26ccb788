#!/bin/bash
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# What --keep-all keeps: tests/keep.sh PROGRAM.  A report is made again from its
# archive alone, by a program that brings no rules and no layouts.
set -u
cd "$(dirname "$0")/.." || exit 3
program=$(realpath "$1")
root=$PWD
. tests/count.sh

mkdir -p "$work/bare/bin" "$work/bare/share/relatieprofiel/fonts" "$work/out"
cp "$program" "$work/bare/bin/relatieprofiel"
cp fonts/catalogue.ini "$work/bare/share/relatieprofiel/fonts"
cd "$work" || exit 3

keep() {
    "$program" render "$root/examples/juf-anne.yaml" -q -l dossier --keep-all \
        "$@" 2>said
}

# again FOLDER: what its README.txt says makes the report again.
again() {
    (cd "$1" && rm -f again.pdf && PATH=$work/bare/bin:$PATH HOME=/nonexistent \
        bash -c "$(grep -m1 'relatieprofiel render' README.txt)" 2>&1)
}

# same FOLDER and other FOLDER: made again, the bytes of the report or not.
same() { again "$1" && cmp "$1/again.pdf" "$1"/*.dossier.pdf; }
other() { again "$1" && ! cmp -s "$1/again.pdf" "$1"/*.dossier.pdf; }

# unpacked ARCHIVE FOLDER: afresh, its sums right.
unpacked() {
    rm -rf "$2" && mkdir "$2" && tar xf "$1" -C "$2" --strip-components=1 &&
        (cd "$2" && sha256sum -c --quiet SHA256SUMS)
}

tar_=out/LP-0017.dossier.keep.tar
test_ "made" keep -d out
test_ "only its user reads it" bash -c "[ \$(stat -c %a $tar_) = 600 ] &&
    ! tar tvf $tar_ | grep -v '^-rw-------\\|^drwx------'"
test_ "every file is summed up" unpacked $tar_ a
test_ "that is all files" bash -c "cd a && [ \$(find . -type f ! -name SHA256SUMS |
    wc -l) = \$(wc -l <SHA256SUMS) ]"
test_ "with the report beside it" cmp out/LP-0017.dossier.pdf a/LP-0017.dossier.pdf
test_ "no name in it of who it is about" bash -c \
    "! tar tf $tar_ | grep -i 'anne\\|examples'"
test_ "made again from it alone" same a

# Each kept file is the one that is used: another one gives other bytes, or none.
unpacked $tar_ b && sed -i 's/^binding = .*/binding = 7mm/' \
    b/relatieprofiel/layouts/dossier.ini
test_ "the kept layout" other b
for f in layouts/handout.ini rules/llinc.ini fonts/catalogue.ini fonts/Lato-Bold.ttf; do
    unpacked $tar_ b && : >"b/relatieprofiel/$f"
    test_ "the kept $f" bash -c "$(declare -f again); work=$work; ! again b"
done
# A layout of the user's own, in a file called after somebody.
mkdir mine && sed 's/^binding = .*/binding = 8mm/' "$root/layouts/dossier.ini" \
    >mine/bij-anne.ini
test_ "a layout of a path" "$program" render "$root/examples/juf-anne.yaml" -q \
    -l mine/bij-anne.ini --keep-all -d mine
test_ "unpacked" unpacked mine/LP-0017.dossier.keep.tar b
test_ "made again by it" same b
test_ "kept without the file's name" bash -c \
    "! tar tf mine/LP-0017.dossier.keep.tar | grep anne"

# Patterns change no byte where no word is broken: what is kept of that report
# in turn are they.
mkdir b/once_more && echo "% others" >>b/relatieprofiel/hyphen/hyph_nl_NL.dic
test_ "kept from what is kept" bash -c "cd b && XDG_CONFIG_HOME=\$PWD \
    HOME=/nonexistent ../bare/bin/relatieprofiel render -q --keep-all \
    LP-0017.dossier.interview.yaml -l dossier -d once_more"
test_ "with the kept patterns" bash -c "tar xOf b/once_more/*.tar \
    LP-0017.dossier.keep/relatieprofiel/hyphen/hyph_nl_NL.dic |
    cmp - b/relatieprofiel/hyphen/hyph_nl_NL.dic"
unpacked $tar_ b && printf X | dd of=b/relatieprofiel/colours/sRGB.icc bs=1 \
    seek=3000 conv=notrunc 2>/dev/null
test_ "the kept colour profile" other b

# Again, and after a correction.
inode=$(stat -c %i $tar_)
test_ "a second time" keep -d out
test_ "it is left alone" [ "$(stat -c %i $tar_)" = "$inode" ]
test_ "with options" env SOURCE_DATE_EPOCH=1900000000 bash -c \
    "$(declare -f keep); program=$program root=$root; keep -d out --large --mono --lang nl"
test_ "it is replaced" unpacked $tar_ c
test_ "made again with the options" same c
test_ "which are written there" grep -q -- \
    "SOURCE_DATE_EPOCH=1900000000 .* --large --mono" c/README.txt

# Rules of the user's own, in a file called after somebody.
mkdir own && cp "$root/rules/llinc.ini" own/regels-van-anne.ini
test_ "rules of a path" keep -d own -r own/regels-van-anne.ini
test_ "are kept without the file's name" bash -c \
    "! tar tf own/LP-0017.dossier.keep.tar | grep anne"
test_ "unpacked" unpacked own/LP-0017.dossier.keep.tar d
test_ "made again by them" same d

# What is not ours stays; what cannot be written leaves all as it was.
mkdir strange && echo "letters" >strange/LP-0017.dossier.keep.tar
test_ "another file is left" bash -c \
    "$(declare -f keep); program=$program root=$root; ! keep -d strange"
test_ "as it was, and nothing beside it" bash -c \
    "[ \"\$(ls -A strange)\" = LP-0017.dossier.keep.tar ] && grep -q letters strange/*"
test_ "no room" bash -c "$(declare -f keep); program=$program root=$root
    mkdir full; ulimit -f 1000; ! keep -d full"
test_ "leaves nothing" [ -z "$(ls -A full)" ]
sha256sum out/* >before
test_ "no room for a new one" bash -c "$(declare -f keep); program=$program root=$root
    ulimit -f 1000; ! keep -d out"
test_ "leaves the old" bash -c "sha256sum -c --quiet before && [ \$(ls -A out | wc -l) = 4 ]"

refused() { "$program" render "$@" --keep-all >said 2>&1; [ $? = 2 ]; }
test_ "of no dossier" refused "$root/examples/juf-anne.yaml" -l handout -d full
test_ "of several" refused "$root/examples" -l dossier -d full
test_ "of two layouts" refused "$root/examples/juf-anne.yaml" -l dossier,coach -d full
test_ "on standard output" refused "$root/examples/juf-anne.yaml" -l dossier -o -

echo "keep: $passed passed, $failed failed"
[ "$failed" = 0 ]
