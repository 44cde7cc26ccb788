#!/bin/sh
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# The notices of all that the page is made of: web/licences.sh NPM.
set -eu
cd "$(dirname "$0")/.."

notice() {
    printf '\n%s\n%s\n\n' "$1" "$(echo "$1" | sed 's/./=/g')"
    cat "$2"
}

echo "Relatieprofiel, and what it is made of"
notice relatieprofiel LICENSE
for package in libharfbuzz-dev libhpdf-dev libpng-dev libjpeg62-turbo-dev \
    zlib1g-dev libyaml-dev libdeflate-dev libutf8proc-dev libmd-dev libhyphen-dev emscripten \
    fonts-lato fonts-dejavu-core hyphen-nl icc-profiles-free \
    wdutch wbritish-small; do # the others have the same
    notice "$package" "/usr/share/doc/$package/copyright"
done
notice pdfjs-dist "$1/node_modules/pdfjs-dist/LICENSE"
