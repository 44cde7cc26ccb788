#!/bin/sh
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# Tells a running desktop of new or removed entries: desktop/refresh.sh PREFIX.
# What is not there is not needed.
share=$1/share
command -v update-mime-database >/dev/null && [ -d "$share/mime/packages" ] &&
    update-mime-database "$share/mime" >/dev/null 2>&1
command -v update-desktop-database >/dev/null && [ -d "$share/applications" ] &&
    update-desktop-database -q "$share/applications"
exit 0
