#!/bin/sh
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# The sources of the libraries, as Debian has them: web/fetch.sh FOLDER.
# Fetches the archives that are missing with apt and a list of sources of its
# own, made from the system's, which is left as it is; each must have the
# SHA-256 below.  Without Debian's patches: of one a line is needed
# (web/lib.sh), and what they mend elsewhere is not compiled here.
set -eu
cd "$(dirname "$0")/.."
mkdir -p "$1"
cd "$1"

sums() {
    cat <<'END'
89266cb363e49b6aa999eda04ca25b0d234a69ad9304679631371f4697652368  harfbuzz_6.0.0+dfsg.orig.tar.xz
304636d4eccd81a14b6914d07b84c79ebb815288c76fe027b9ebff6ff24d5705  hyphen_2.8.8.orig.tar.gz
89e7df898c37c3427b0f39aadcf733731321a278771d20fc553f92da8d4808ac  libdeflate_1.14.orig.tar.gz
87e8269d4b1b333a6e44168b4209bc6442ae3a11557cc8dc386fed65400bd34e  libharu_2.3.0+dfsg.orig.tar.xz
254f3642b04e309fee775123133c6464181addc150499561020312ec61c1bf7c  libjpeg-turbo_2.1.5.orig.tar.gz
f51c921042e34beddeded4b75557656559cf5b1f2448033b4c1eec11c07e530f  libmd_1.0.4.orig.tar.xz
a00e9d2f2f664186e4202db9299397f851aea71b36a35e74910b8820e380d441  libpng1.6_1.6.39.orig.tar.gz
fa240dbf262be053f3898006d502d514936c818e422afdcf33921c63bed9bf2e  libyaml_0.2.5.orig.tar.gz
a0a60a79fe6f6d54e7d411facbfcc867a6e198608f2cd992490e46f04b1bcecc  utf8proc_2.8.0.orig.tar.gz
71feb7947e3c00ef125f83b79a4e529bde31171e5babe48b391f06758d1ab0a1  zlib_1.2.13.dfsg.orig.tar.bz2
END
}

missing() {
    sums | sha256sum -c 2>/dev/null | sed -n 's/: FAILED.*//p'
}

# Debian's source package of an archive: libyaml_0.2.5.orig.tar.gz.
package() {
    echo "${1%%_*}"
}

# Both forms that a list of sources may have.
apt_settings() {
    mkdir -p apt/lists/partial apt/parts
    for list in /etc/apt/sources.list /etc/apt/sources.list.d/*; do
        [ -f "$list" ] || continue
        own=apt/parts/$(basename "$list")
        case $list in
        *.list) sed 's/^[[:space:]]*deb[[:space:]]/deb-src /' "$list" >"$own" ;;
        *.sources) sed 's/^Types:.*/Types: deb-src/' "$list" >"$own" ;;
        esac
    done
    cat >apt/apt.conf <<END
Dir::Etc::SourceList "/dev/null";
Dir::Etc::SourceParts "$PWD/apt/parts";
Dir::State::Lists "$PWD/apt/lists";
Dir::Cache::PkgCache "";
Dir::Cache::SrcPkgCache "";
APT::Sandbox::User "";
END
    export APT_CONFIG="$PWD/apt/apt.conf"
}

[ -n "$(missing)" ] || exit 0
apt_settings
apt-get update -qq
for file in $(missing); do
    echo "Fetching $file"
    apt-get source -qq --download-only --tar-only "$(package "$file")" ||
        true # the sum tells
done
rm -rf apt
sums | sha256sum -c --quiet
