#!/bin/sh
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# The tests of the page: tests/web/check.sh PROGRAM [test_NAME...].  The last
# line counts.
cd "$(dirname "$0")/../.." || exit 3
exec node tests/web/main.mjs "$@"
