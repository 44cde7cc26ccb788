#!/bin/sh
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# The layer rule: a file of src/ includes its own folder and folders to its left
# in the order below; interviews and layouts know nothing of one another; and
# each library has one place.  Prints what breaks it; the last line counts.
set -u
cd "$(dirname "$0")/.." || exit 3

find src -name '*.[ch]' | sort | xargs awk '
BEGIN {
    n = split("base format rules interview layout method privacy report page " \
        "pdf engine cli web", order, " ")
    for (i = 1; i <= n; i++)
        rank[order[i]] = i
    top = rank["cli"]
    apart["interview"] = "layout"
    apart["layout"] = "interview"

    # Header: a pattern of the files that may include it.
    only["yaml.h"] = "^src/format/yaml[a-z_]*[.][ch]$"
    only["iniparser/iniparser.h"] = "^src/format/ini_compare[.]c$"
    only["hb.h"] = only["hb-ot.h"] = only["hb-subset.h"] = "^src/pdf/font"
    only["qpdf/qpdf-c.h"] = "^src/pdf/filled"
    only["hpdf.h"] = "^src/pdf/"
    only["png.h"] = "^src/format/image_png.c$"
    only["jpeglib.h"] = "^src/format/image_jpeg.c$"
    only["dlfcn.h"] = "^src/(base/library|cli/memory)[.]c$"
    only["setjmp.h"] = "^src/format/image_(png|jpeg).c$"
    only["zip.h"] = "^src/format/unzip[.]c$"
    only["libxml/parser.h"] = "^src/format/xml[.]c$"
    only["nettle/md5.h"] = only["nettle/sha2.h"] = "^src/base/hash[.]c$"
    only["md5.h"] = only["sha2.h"] = "^src/base/hash[.]c$"
    only["hyphen.h"] = "^src/page/hyphen.c$"
    only["getopt.h"] = "^src/cli/opts.c$"
    only["locale.h"] = "^src/cli/main.c$"
    # How long a worker may take, the year for warnings of dates, and today.
    only["time.h"] = "^src/cli/(worker|session|manifest|progress|verb/due).c$"
}
function room(path,   part) {
    return split(path, part, "/") > 1 ? part[1] : ""
}
function fault(text) {
    printf "%s:%d: %s\n", FILENAME, FNR, text
    faults++
}
FNR == 1 {
    here = room(substr(FILENAME, 5))
    mine = rank[here]
    if (!(here in rank))
        fault("stands in no folder of the rule")
}
/^#include "/ {
    split($0, q, "\"")
    there = room(q[2])
    if (!(there in rank))
        fault("includes " q[2] " without its folder")
    else if (rank[there] > mine || apart[here] == there)
        fault("includes " q[2] " of a folder it must not know")
    # What calls the engine knows nothing below it, nor one another.
    else if (mine >= top && there != here && there != "base" &&
        q[2] != "engine/engine.h")
        fault("includes " q[2] ": " here " goes through engine/engine.h")
    else if (here == "engine" && FILENAME == "src/engine/engine.h" &&
        there != "base")
        fault("includes " q[2] ": engine.h needs nothing but base")
    if (q[2] ~ /^base\/file/ && here != "cli" && FILENAME !~ /base\/file/)
        fault("only cli opens files")
}
/^#include </ {
    split($0, q, /[<>]/)
    if ((q[2] in only) && FILENAME !~ only[q[2]])
        fault("<" q[2] "> has its own place")
}
# Clock, environment, standard output and exit belong to cli.
here != "cli" && FILENAME !~ /base\/(arena|file)[.]c$/ {
    if ($0 ~ /(^|[^a-z_])(getenv|printf|puts|putchar|exit|time|setlocale)\(/ &&
        $0 !~ /^ *(\/?\*|\/\/)/)
        fault("no environment, clock, output or exit in this layer")
}
END {
    printf "layers: %d passed, %d failed\n", faults == 0, faults
    exit faults > 0
}'
