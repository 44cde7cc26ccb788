#!/bin/sh
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# One library for the web page: web/lib.sh NAME ARCHIVES INTO unpacks it from
# the folder ARCHIVES and compiles what the program uses of it to
# INTO/libNAME.a, with its headers in INTO/include.
set -eu
name=$1 archives=$(realpath "$2") into=$3
mkdir -p "$into/include"
into=$(realpath "$into")
work=$into/work-$name
rm -rf "$work"
mkdir "$work"
cd "$work"

unpack() {
    tar -xf "$archives/$1"_*.orig.tar.* --strip-components=1
}

# compile FLAGS... -- SOURCES...
compile() {
    flags=
    while [ "$1" != -- ]; do
        flags="$flags $1"
        shift
    done
    shift
    # shellcheck disable=SC2086
    emcc -O2 -w $flags -I"$into/include" -c "$@"
}

case $name in
yaml)
    unpack libyaml
    cp include/yaml.h "$into/include"
    compile -Iinclude -DYAML_VERSION_MAJOR=0 -DYAML_VERSION_MINOR=2 \
        -DYAML_VERSION_PATCH=5 -DYAML_VERSION_STRING='"0.2.5"' \
        -- src/api.c src/reader.c src/scanner.c src/parser.c
    ;;
harfbuzz) # this one file holds all of it
    unpack harfbuzz
    cp src/hb*.h "$into/include"
    compile -fno-exceptions -fno-rtti -DHB_NO_MT -- src/harfbuzz-subset.cc
    ;;
deflate)
    unpack libdeflate
    cp libdeflate.h "$into/include"
    compile -I. -- lib/utils.c lib/adler32.c lib/deflate_compress.c \
        lib/zlib_compress.c
    ;;
utf8proc)
    unpack utf8proc
    cp utf8proc.h "$into/include"
    compile -DUTF8PROC_STATIC -- utf8proc.c
    ;;
md)
    unpack libmd
    cp include/sha2.h include/md5.h "$into/include"
    : >config.h
    echo '#define libmd_alias(alias, symbol)' >local-link.h
    cp local-link.h src
    compile -I. -Iinclude -DHAVE_UNISTD_H -- src/sha2.c src/sha256hl.c src/md5.c
    ;;
hyphen)
    unpack hyphen
    cp hyphen.h "$into/include"
    compile -- hyphen.c hnjalloc.c
    ;;
z)
    unpack zlib
    cp zlib.h zconf.h "$into/include"
    compile -- adler32.c crc32.c deflate.c inflate.c inffast.c inftrees.c \
        trees.c zutil.c
    ;;
png) # after z
    unpack libpng1.6
    cp scripts/pnglibconf.h.prebuilt pnglibconf.h
    cp png.h pngconf.h pnglibconf.h "$into/include"
    rm pngtest.c
    compile -- png*.c
    ;;
jpeg) # decoding alone, without the assembly of processors
    unpack libjpeg-turbo
    cat >jconfig.h <<'END'
#define JPEG_LIB_VERSION 62
#define LIBJPEG_TURBO_VERSION 2.1.5
#define LIBJPEG_TURBO_VERSION_NUMBER 2001005
#define D_ARITH_CODING_SUPPORTED 1
#define MEM_SRCDST_SUPPORTED 1
#define BITS_IN_JSAMPLE 8
END
    cat >jconfigint.h <<'END'
#define BUILD ""
#define INLINE inline __attribute__((always_inline))
#define THREAD_LOCAL
#define PACKAGE_NAME "libjpeg-turbo"
#define VERSION "2.1.5"
#define SIZEOF_SIZE_T 4
#define HAVE_BUILTIN_CTZL 1
#define FALLTHROUGH __attribute__((fallthrough));
END
    sed 's/@COPYRIGHT_YEAR@/2023/' jversion.h.in >jversion.h
    cp jpeglib.h jmorecfg.h jerror.h jconfig.h "$into/include"
    compile -I. -- jdapimin.c jdapistd.c jdatasrc.c jdcoefct.c jdcolor.c \
        jddctmgr.c jdhuff.c jdicc.c jdinput.c jdmainct.c jdmarker.c \
        jdmaster.c jdmerge.c jdphuff.c jdpostct.c jdsample.c jdarith.c \
        jaricom.c jcomapi.c jerror.c jidctflt.c jidctfst.c jidctint.c \
        jidctred.c jquant1.c jquant2.c jutils.c jmemmgr.c jmemnobs.c \
        jsimd_none.c
    ;;
hpdf) # after png
    unpack libharu
    : >include/hpdf_config.h # it asks only what is not there
    # The archive of the release calls itself a candidate; Debian corrects it.
    sed -i 's/"2.3.0RC2"/"2.3.0"/' include/hpdf_version.h
    cp include/*.h "$into/include"
    compile -Iinclude -- src/*.c
    ;;
*)
    echo "web/lib.sh: no library \"$name\"" >&2
    exit 2
    ;;
esac
rm -f "$into/lib$name.a"
emar rc lib.a ./*.o
mv lib.a "$into/lib$name.a"
cd "$into"
rm -rf "$work"
