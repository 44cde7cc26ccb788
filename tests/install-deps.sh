#!/bin/sh
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# Installs the Debian packages that are missing: tests/install-deps.sh build
# [check] [lint] [web] [browser] [slurm] [deb].  The one place where packages are
# named, beside debian/control (tests/home.sh compares).
set -u

build="gcc make libc6-dev pkg-config gettext libyaml-dev libiniparser-dev libzip-dev libxml2-dev
    libhpdf-dev libharfbuzz-dev libdeflate-dev libpng-dev libjpeg62-turbo-dev libutf8proc-dev nettle-dev
    libqpdf-dev libhyphen-dev fonts-lato fonts-dejavu-core hyphen-nl hyphen-en-gb
    icc-profiles-free wdutch wbritish-small wamerican-small"
check="libcmocka-dev poppler-utils qpdf valgrind python3 locales binutils strace default-jre-headless
    libpdfbox2-java libcommons-logging-java libcommons-io-java
    libjaxb-api-java libactivation-java zsh fish parallel fonts-urw-base35"
web="emscripten node-acorn esbuild libmd-dev libdeflate-tools xz-utils bzip2 ca-certificates"
# Whoever has nodejs of another source has npm with it, and not as a package.
command -v npm >/dev/null || web="$web npm"
browser="chromium firefox-esr"
slurm="slurmctld slurmd slurm-client munge"
deb="debhelper dpkg-dev fakeroot lintian"
lint="clang clang-tidy clang-format cppcheck mandoc shellcheck
    reuse desktop-file-utils"

wanted=
for set in "$@"; do
    case $set in
    build) wanted="$wanted $build" ;;
    check) wanted="$wanted $check" ;;
    lint) wanted="$wanted $lint" ;;
    web) wanted="$wanted $web" ;;
    deb) wanted="$wanted $deb" ;;
    slurm) wanted="$wanted $slurm" ;;
    browser) wanted="$wanted $browser" ;;
    *)
        echo "install-deps: no list \"$set\"" >&2
        exit 2
        ;;
    esac
done

if ! command -v dpkg-query >/dev/null; then
    echo "install-deps: not a Debian system; needed here:" $wanted >&2
    exit 0
fi

# Word splitting is what makes the lists lists.
# shellcheck disable=SC2086
missing=$(
    { dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2>/dev/null |
        sed -n 's/^installed //p'
      printf '%s\n' $wanted $wanted; } |
        sort | uniq -c | awk '$1 == 2 { print $2 }'
)
[ -n "$missing" ] || exit 0
missing=$(echo $missing)

if [ "$(id -u)" = 0 ]; then
    as_root=
elif sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    echo "These packages are missing.  Install them and try again:" >&2
    echo "  sudo apt-get install --no-install-recommends $missing" >&2
    exit 1
fi
echo "Installing $missing"
install="apt-get install -y --no-install-recommends $missing"
export DEBIAN_FRONTEND=noninteractive
# An old package list names files that are gone: fetch it anew and try again.
$as_root $install >/dev/null 2>&1 && exit 0
$as_root apt-get update >/dev/null && $as_root $install >/dev/null
