#!/bin/bash
# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# Style that no compiler tells: tests/lint.sh.  Needs the packages of
# `tests/install-deps.sh build lint`.  Ends with a count and fails on a fault.
set -u
cd "$(dirname "$0")/.." || exit 3
faults=0
flags="-std=c11 -Isrc -D_POSIX_C_SOURCE=200809L"
mapfile -t sources < <(find src -name '*.c' | sort)
mapfile -t files < <(find src tests examples -name '*.[ch]' | sort)

# part NAME COMMAND...: a command that prints or fails is a fault.
part() {
    local name=$1 out
    shift
    if ! out=$("$@" 2>&1); then
        printf '== %s\n%s\n' "$name" "$out"
        faults=$((faults + 1))
    fi
}

# Words that must not be there; a match is a fault.
banned() {
    ! grep -nE "$1" "${files[@]}" | grep -v 'lint: allow'
}

# Every message has its Dutch.
dutch() {
    make -s build/messages.pot && msgfmt --check -o /dev/null po/nl.po &&
        msgcmp po/nl.po build/messages.pot
}

# What a block or a key is for has its Dutch; nothing else has.
dutch_help() {
    python3 - <<'EOF'
import glob, re, sys
STRING = r'"((?:[^"\\]|\\.)*)"'
told, known = set(), []
for path in glob.glob("src/report/section/*.[ch]") + ["src/report/section.c"]:
    with open(path, encoding="utf-8") as f:
        text = f.read()
        for m in re.finditer(r"\.help\s*=\s*((?:" + STRING + r"\s*)+)", text):
            told.add("".join(re.findall(STRING, m.group(1))))
        # KEY_OF_...(key, ..., help): the strings of the last argument.
        for m in re.finditer(r"\bKEY_OF_\w+\(((?:" + STRING + r"|[^\"()])*)\)", text):
            last = re.search(r"(?:" + STRING + r"\s*)+$", m.group(1)).group(0)
            told.add("".join(re.findall(STRING, last)))
with open("src/report/section_help.c", encoding="utf-8") as f:
    for m in re.finditer(r"\{((?:" + STRING + r"\s*)+),", f.read()):
        known.append("".join(re.findall(STRING, m.group(1))))
for text in sorted(told ^ set(known)):
    print("src/report/section_help.c:", text)
if known != sorted(known, key=str.encode):
    print("src/report/section_help.c: not in order")
sys.exit(told != set(known) or known != sorted(known, key=str.encode))
EOF
}

# in_manual FILE MACRO WORD...: each word stands behind the macro.
in_manual() {
    local file=$1 macro=$2 word status=0
    shift 2
    for word; do
        grep -qE -- "(^\.| )$macro ($word)( |\$)" "$file" ||
            { echo "$file lacks $macro $word"; status=1; }
    done
    return $status
}

# No remark of mandoc, but on pages that are not installed here.
manual_form() {
    ! mandoc -T lint man/*.[15] man/nl/*.1 2>&1 |
        grep -v 'referenced manual not found\|section name: Sh FIELDS\|outdated mandoc.db'
}

# Verbs, options and kinds of block.
words_in_manual() {
    local help page status=0
    help=$(build/relatieprofiel --help)
    for page in man/relatieprofiel.1 man/nl/relatieprofiel.1; do
        # shellcheck disable=SC2046
        in_manual $page "It Cm" \
            $(sed -n 's/^  relatieprofiel \([a-z-]*\) .*/\1/p' <<<"$help" | sort -u) ||
            status=1
        # shellcheck disable=SC2046
        in_manual $page Fl \
            $(grep -o -- ' --[a-z-]*' <<<"$help" | sed 's/^ -//' | sort -u) || status=1
    done
    # shellcheck disable=SC2046
    in_manual man/relatieprofiel-formats.5 Ic \
        $(build/relatieprofiel list blocks --lang en |
            sed -n 's/^\([a-z_]*\):.*/\1/p' | sort -u) || status=1
    return $status
}

for cc in gcc clang; do
    part "$cc" make -s -j2 -k "V=$cc" "CC=$cc" "build/$cc/relatieprofiel"
done
part "format" clang-format --dry-run -Werror "${files[@]}"
part "banned functions" banned \
    '\b(strcpy|strcat|sprintf|vsprintf|strtok|atoi|atol|atof|gets|localtime|gmtime|alloca|setjmp|longjmp|system)\('
part "left open" banned '\b(TODO|FIXME|XXX|HACK)\b'
part "typedefs" banned '^typedef (struct|enum|union)'
part "layers" tests/layers.sh
part "manual: form" manual_form
part "manual: verbs, options and blocks" words_in_manual
part "Dutch messages" dutch
part "Dutch help" dutch_help
# shellcheck disable=SC2046
part "shell" shellcheck -S warning $(git ls-files '*.sh')
part "licences" reuse lint -q
part "desktop entries" desktop-file-validate desktop/*.desktop
part "cppcheck" cppcheck -q -j2 --std=c11 --language=c -Isrc \
    --enable=warning,portability,performance --inline-suppr \
    --suppress=missingIncludeSystem --suppress=internalAstError --error-exitcode=1 src
# shellcheck disable=SC2086
part "clang-tidy" bash -c "printf '%s\n' ${sources[*]} |
    xargs -P2 -I{} clang-tidy --quiet {} \
    -- $flags \
    \$(pkg-config --cflags harfbuzz libxml-2.0)"
echo "lint: $faults faults"
[ "$faults" = 0 ]
