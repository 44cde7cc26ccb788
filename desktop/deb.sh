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
lintian --allow-root --fail-on error,warning --tag-display-limit 0 ./*.changes
echo "Made: build/deb/$(ls relatieprofiel_*.deb)"
