#!/bin/sh
# The layer rule: base < input < report < page < pdf < src/*.c.  A file
# includes its own folder and folders to its left, and each library has one
# place.  Prints what breaks it; the last line counts.
set -u
cd "$(dirname "$0")/.." || exit 3

find src -name '*.[ch]' | sort | xargs awk '
BEGIN {
    n = split("base input report page pdf", order, " ")
    for (i = 1; i <= n; i++)
        rank[order[i]] = i
    top = n + 1

    # Header: a pattern of the files that may include it.
    only["yaml.h"] = "^src/input/yaml[a-z_]*[.][ch]$"
    only["iniparser.h"] = "^src/input/ini[a-z_]*[.][ch]$"
    only["hb.h"] = only["hb-ot.h"] = only["hb-subset.h"] = "^src/pdf/font"
    only["hpdf.h"] = "^src/pdf/"
    only["png.h"] = only["setjmp.h"] = "^src/input/image.c$"
    only["hyphen.h"] = "^src/page/hyphen.c$"
    only["getopt.h"] = "^src/opts.c$"
    only["locale.h"] = "^src/main.c$"
    only["time.h"] = "^src/workers.c$" # how long a worker may take
}
function layer(path,   part) {
    n = split(path, part, "/")
    return n > 1 && (part[1] in rank) ? rank[part[1]] : top
}
function fault(text) {
    printf "%s:%d: %s\n", FILENAME, FNR, text
    faults++
}
FNR == 1 { mine = layer(substr(FILENAME, 5)) }
/^#include "/ {
    split($0, q, "\"")
    if (layer(q[2]) > mine)
        fault("includes " q[2] " of a folder to its right")
}
/^#include </ {
    split($0, q, /[<>]/)
    if ((q[2] in only) && FILENAME !~ only[q[2]])
        fault("<" q[2] "> has its own place")
}
# Clock, environment, standard output and exit belong to src/*.c.
mine < top && FILENAME !~ /base\/(arena|file)[.]c$/ {
    if ($0 ~ /(^|[^a-z_])(getenv|printf|puts|putchar|exit|time|setlocale)\(/ &&
        $0 !~ /^ *(\/?\*|\/\/)/)
        fault("no environment, clock, output or exit in this layer")
}
END {
    printf "layers: %d passed, %d failed\n", faults == 0, faults
    exit faults > 0
}'
