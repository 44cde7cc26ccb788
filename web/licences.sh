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
    wbritish-small; do # hyphen-en-gb as hyphen-nl, wamerican-small as wbritish-small
    notice "$package" "/usr/share/doc/$package/copyright"
done
# Of its two licences the BSD one is taken, which stands first.
sed '/^Creative Commons, Attribution 3.0 Unported/,$d' \
    /usr/share/doc/wdutch/copyright | notice wdutch -
notice pdfjs-dist "$1/node_modules/pdfjs-dist/LICENSE"
