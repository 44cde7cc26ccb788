#!/bin/sh
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# Builds the Debian package in a copy of the tree: desktop/deb.sh FOLDER.  The
# page for a browser is taken as it was built here, since it needs a net.
set -eu
copy=$1
rm -rf "$copy"
mkdir -p "$copy/build/web"
cp -a LICENSE ./*.md CITATION.cff Makefile debian desktop docs examples fonts \
    layouts man po rules src tests web "$copy"
# Newer than all that make could compare it with.
cp build/web/relatieprofiel.html build/web/licences.txt "$copy/build/web"
cd "$copy"
log=../build.log
dpkg-buildpackage -b -us -uc -rfakeroot >"$log" 2>&1 || { tail -40 "$log" >&2; exit 1; }
cd ..
# What the program opens when it needs it is linked with nothing.
for library in libqpdf libxml2 libzip; do
    dpkg-deb -f relatieprofiel_*.deb Depends | grep -q "$library" || {
        echo "The package does not ask for $library" >&2
        exit 1
    }
done
lintian --allow-root --fail-on error,warning --tag-display-limit 0 ./*.changes
echo "Made: build/deb/$(ls relatieprofiel_*.deb)"
