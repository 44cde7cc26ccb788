#!/bin/sh
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# PDF/A-1b by PDFBox, an implementation that has nothing of ours:
# tests/preflight.sh FILE...  One line per fault; the status is 0 only where
# every file is valid.  Needs Debian's default-jre-headless, libpdfbox2-java,
# libcommons-logging-java, libcommons-io-java, libjaxb-api-java and
# libactivation-java.
set -u
jars=
for jar in preflight xmpbox pdfbox2 fontbox2 commons-logging commons-io \
    jaxb-api javax.activation; do
    [ -e "/usr/share/java/$jar.jar" ] ||
        { echo "preflight: /usr/share/java/$jar.jar is missing"; exit 2; }
    jars=$jars:/usr/share/java/$jar.jar
done

status=0
for pdf; do
    java -cp "${jars#:}" org.apache.pdfbox.preflight.Validator_A1b "$pdf" \
        2>/dev/null || status=1
done
exit $status
