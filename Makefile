# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# make            build/relatieprofiel
# make example    the first two reports, from a bare Debian
# make check      all tests
# make web        the page for a browser, build/web/relatieprofiel.html
# CONTRIBUTING.md has the others.

V ?= release
B := build/$(V)
CC ?= cc
PREFIX ?= /usr/local
MAKEFLAGS += --no-print-directory

PKGS := yaml-0.1 harfbuzz harfbuzz-subset libdeflate libpng libjpeg libutf8proc nettle
# Opened where they are needed (base/library.h), by the name that the linker
# would note: only what they declare is compiled in.
OPENED := libzip libxml-2.0 libqpdf
WARN := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes \
	-Wmissing-prototypes -Wswitch-enum -Wformat=2 -Wundef -Wvla \
	-Wwrite-strings
SAN := -fsanitize=address,undefined -fno-sanitize-recover=all \
	-fno-omit-frame-pointer
FLAGS_release := -O2 -g
FLAGS_asan := -O1 -g $(SAN) -Werror '-DREPORTS="$(CURDIR)/build/asan/reports"'
FLAGS_gcc := -O2 -Werror
FLAGS_clang := -O1 -Werror
FLAGS_cov := -O0 -g --coverage
FLAGS_fuzz := -O1 -g $(SAN) -fsanitize=fuzzer-no-link
CFLAGS ?= $(FLAGS_$(V))
CPPFLAGS += -Isrc -D_POSIX_C_SOURCE=200809L
CFLAGS_ALL = -std=c11 $(WARN) -ffile-prefix-map=$(CURDIR)=. $(CFLAGS) \
	$(PKG_CFLAGS)
# The C library first: most of what the others look up at the start is there.
LDLIBS_ALL = -lc $(PKG_LIBS) -lhpdf -liniparser -lhyphen -lm
PKG_CFLAGS = $(eval PKG_CFLAGS := $$(shell pkg-config --cflags $(PKGS) $(OPENED)))$(PKG_CFLAGS)
PKG_LIBS = $(eval PKG_LIBS := $$(shell pkg-config --libs $(PKGS)))$(PKG_LIBS)

SRC := $(wildcard src/*/*.c src/*/*/*.c)
# Word lists that the build packs (words/make_words.c).
WORD_LISTS := $(addprefix /usr/share/dict/,dutch british-english-small american-english-small)
WORDS := build/words/word_data
# Files that come with the program, by their hash (src/format/ini_known.h).
KNOWN := build/known/ini_known
# Letters of the fonts that layouts name, shaped by the build (fonts/make_known.c).
KNOWN_FONTS := build/known/fonts_known
FONT_FILES := $(wildcard $(addprefix /usr/share/fonts/truetype/lato/Lato-,\
	Regular.ttf Bold.ttf Light.ttf))
ALL := $(SRC:%.c=$(B)/%.o) $(B)/words/word_data.o $(B)/known/ini_known.o \
	$(B)/known/fonts_known.o
LIB := $(filter-out $(B)/src/cli/main.o $(B)/src/cli/memory.o,$(ALL))
OBJ := $(filter-out $(B)/src/web/%,$(ALL))
ENGINE := $(filter-out $(B)/src/cli/%,$(OBJ))
EMBED := $(B)/examples/embed/embed
UNIT := $(patsubst %.c,$(B)/%,$(wildcard tests/unit/*/test_*.c))
UNIT_LIB := $(patsubst %.c,$(B)/%.o,$(wildcard tests/unit/*.c))
REPLAY := $(patsubst tests/fuzz/fuzz_%.c,$(B)/tests/fuzz/replay_%,$(wildcard tests/fuzz/fuzz_*.c))
FUZZ := $(patsubst %.c,build/fuzz/%,$(wildcard tests/fuzz/fuzz_*.c))

DUTCH := build/locale/nl/LC_MESSAGES/relatieprofiel.mo

all: build/relatieprofiel $(DUTCH)

$(DUTCH): po/nl.po
	@mkdir -p $(@D)
	msgfmt --check -o $@ $<

# Renamed into place, so that a test that runs the old one is not disturbed.
build/relatieprofiel: build/release/relatieprofiel
	cp $< $@.new
	mv -f $@.new $@

# The program that `make cov` and `make asan` look at has more in it.
ALSO_cov := build/cov/tests/cov.o
ALSO_asan := build/asan/tests/asan.o
WRAP_asan := -Wl,--wrap=sandbox_enter,--wrap=_exit
WRAP_cov := -Wl,--wrap=sandbox_enter,--wrap=_exit,--wrap=raise,--wrap=malloc,--wrap=free
build/cov/tests/cov.o: CPPFLAGS += '-DCOVERAGE_FOLDER="$(CURDIR)/build"'

$(B)/relatieprofiel: $(OBJ) $(ALSO_$(V))
	$(CC) $(CFLAGS_ALL) $(LDFLAGS) $(WRAP_$(V)) -o $@ $^ $(LDLIBS_ALL)

# What the compiler would say of a missing header helps nobody.
packages:
	@pkg-config --exists $(PKGS) $(OPENED) 2>/dev/null && \
		command -v msgfmt >/dev/null && \
		ls $(WORD_LISTS) >/dev/null 2>&1 || { \
		echo "Packages are missing: \"make example\" installs them," \
			"or as root: sh tests/install-deps.sh build" >&2; exit 1; }

$(B)/%.o: %.c | packages
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

SONAME = $(shell objdump -p "$$($(CC) -print-file-name=lib$1.so)" 2>/dev/null | \
	sed -n 's/^ *SONAME *//p')
OPENED_AS = $(addprefix -DLIBRARY_,$(if $(call SONAME,$2),$1='"$(call SONAME,$2)"'))
$(B)/src/format/unzip.o: CPPFLAGS += $(call OPENED_AS,ZIP,zip)
$(B)/src/format/xml.o: CPPFLAGS += $(call OPENED_AS,XML2,xml2)
$(B)/src/pdf/filled_calls.o: CPPFLAGS += $(call OPENED_AS,QPDF,qpdf)

MAKE_WORDS := $(B)/words/make_words
$(MAKE_WORDS): $(filter $(B)/src/base/%,$(ALL)) $(addprefix $(B)/,\
		words/make_words.o src/privacy/fold.o src/privacy/word_set.o \
		src/privacy/word_table.o)
	$(CC) $(CFLAGS_ALL) $(LDFLAGS) -o $@ $^ $(LDLIBS_ALL)

# Of the release variant, whichever is built.
$(WORDS).c: words/make_words.c src/privacy/word_table.c src/privacy/word_set.c \
		src/privacy/fold.c $(wildcard $(WORD_LISTS)) | packages
	@mkdir -p $(@D)
	@$(MAKE) -s V=release build/release/words/make_words
	@build/release/words/make_words $(WORD_LISTS) >$@.new
	@mv -f $@.new $@

$(B)/words/word_data.o: $(WORDS).c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS_ALL) -c -o $@ $<

$(KNOWN).c: $(wildcard rules/*.ini layouts/*.ini fonts/*.ini)
	@mkdir -p $(@D)
	@{ echo '#include "format/ini_known.h"'; echo 'const char *const ini_known[] = {'; \
		sha256sum $^ | sed 's/\([0-9a-f]*\).*/"\1",/'; echo 'NULL};'; } >$@.new
	@mv -f $@.new $@

$(B)/known/ini_known.o: $(KNOWN).c src/format/ini_known.h
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS_ALL) -c -o $@ $<

MAKE_KNOWN := $(B)/fonts/make_known
$(MAKE_KNOWN): $(filter $(B)/src/base/%,$(ALL)) $(addprefix $(B)/,fonts/make_known.o \
		$(addprefix src/pdf/font,.o _known.o _shape.o _subset.o _units.o))
	$(CC) $(CFLAGS_ALL) $(LDFLAGS) -o $@ $^ $(LDLIBS_ALL)

# Of the release variant, too.
$(KNOWN_FONTS).c: fonts/make_known.c $(addprefix src/pdf/font,.c _known.c _known.h \
		_shape.c) $(FONT_FILES) | packages
	@mkdir -p $(@D)
	@$(MAKE) -s V=release build/release/fonts/make_known
	@build/release/fonts/make_known $(FONT_FILES) >$@.new
	@mv -f $@.new $@

$(B)/known/fonts_known.o: $(KNOWN_FONTS).c src/pdf/font_known.h
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS_ALL) -c -o $@ $<

$(B)/tests/%.o: CPPFLAGS += -I.

$(UNIT): $(B)/%: %.c $(UNIT_LIB) $(LIB)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -I. $(CFLAGS_ALL) $(LDFLAGS) -MMD -MP -o $@ $< \
		$(UNIT_LIB) $(LIB) -lcmocka $(LDLIBS_ALL)

# The engine alone, as another program has it.
$(EMBED): examples/embed/embed.c $(ENGINE)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS_ALL) $(LDFLAGS) -MMD -MP -o $@ $< $(ENGINE) \
		$(LDLIBS_ALL)

FUZZ_LIB := build/fuzz/tests/fuzz/fuzz.o \
	build/fuzz/tests/unit/fake_metrics.o build/fuzz/tests/unit/debian.o \
	build/fuzz/tests/unit/trees.o
build/fuzz/tests/fuzz/fuzz_%: tests/fuzz/fuzz_%.c $(FUZZ_LIB) $(LIB)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -I. $(CFLAGS_ALL) -fsanitize=fuzzer -MMD -MP -o $@ \
		$< $(FUZZ_LIB) $(LIB) $(LDLIBS_ALL)

# This one asks libqpdf itself what it thinks of a report.
$(B)/tests/fuzz/fuzz_pdf $(B)/tests/fuzz/replay_pdf: LDLIBS_ALL += -lqpdf

# The same functions without clang, for what was found once.
$(REPLAY): $(B)/tests/fuzz/replay_%: tests/fuzz/fuzz_%.c $(B)/tests/fuzz/replay.o \
		$(B)/tests/fuzz/fuzz.o $(UNIT_LIB) $(LIB)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -I. $(CFLAGS_ALL) $(LDFLAGS) -MMD -MP -o $@ $< \
		$(B)/tests/fuzz/replay.o $(B)/tests/fuzz/fuzz.o $(UNIT_LIB) $(LIB) $(LDLIBS_ALL)

deps-%:
	@sh tests/install-deps.sh $(subst -, ,$*)

example: deps-build
	@$(MAKE) -s -j2 all
	@mkdir -p build/examples
	@build/relatieprofiel render examples/juf-anne.yaml -d build/examples
	@echo "Made: build/examples/LP-0017.handout.pdf"
	@echo "      build/examples/LP-0017.coach.pdf"

web: deps-build-web
	@$(MAKE) -s -j2 build/web/relatieprofiel.html
	@$(MAKE) -s -j2 all
	@build/relatieprofiel render -l web/leaflet.ini -d build/web --force -q
	@echo "Made: build/web/relatieprofiel.html"
	@echo "      build/web/je-eerste-profiel.pdf"

# The tests of the page alone, which `make check` has too.
check-web: deps-build-web-browser
	@$(MAKE) -s -j2 all build/web/relatieprofiel.html
	@tests/web/check.sh build/relatieprofiel

# The recipe for Slurm, on a cluster of this machine alone.
check-slurm: deps-build-slurm
	@$(MAKE) -s -j2 all
	@tests/slurm.sh build/relatieprofiel

check: deps-build-check-web-browser
	@$(MAKE) -s -j2 all
	@$(MAKE) -s -j2 tests V=$(V)

# All tests on the variant V.
tests: $(B)/relatieprofiel $(EMBED) $(UNIT) $(REPLAY) $(DUTCH) build/web/relatieprofiel.html
	@tests/check.sh $(B)/relatieprofiel $(EMBED) $(UNIT)

asan: deps-build-check-web-browser
	@$(MAKE) -s -j2 tests V=asan

lint: deps-build-lint
	@$(MAKE) -s -j2 all
	@tests/lint.sh

format:
	clang-format -i $$(find src tests examples -name '*.[ch]')

# Random cases by the thousand, on the variant V; `make check` has a few.
torture: deps-build-check-web-browser
	@$(MAKE) -s -j2 all $(B)/relatieprofiel build/web/relatieprofiel.html
	@python3 tests/fault_table.py $(B)/relatieprofiel --much
	@python3 tests/batch.py $(B)/relatieprofiel 200
	@python3 tests/oracle.py $(B)/relatieprofiel 1000
	@python3 tests/privacy.py $(B)/relatieprofiel
	@python3 tests/mutate.py $(B)/relatieprofiel 1000
	@python3 tests/typed.py $(B)/relatieprofiel 100000
	@python3 tests/tidy.py $(B)/relatieprofiel 5000
	@python3 tests/import.py $(B)/relatieprofiel 3000
	@python3 tests/read.py $(B)/relatieprofiel 5000
	@python3 tests/fit.py $(B)/relatieprofiel 200
	@python3 tests/linear.py $(B)/relatieprofiel all
	@python3 tests/memcheck.py $(B)/relatieprofiel
	@python3 tests/layouts.py $(B)/relatieprofiel 1000
	@WEB_REPORTS=500 tests/web/check.sh build/relatieprofiel test_worker

# Each call of the system that fails, in every scene: a day.  A slice goes by hand:
# tests/failing.py PROGRAM all CALL,... SCENE,...
torture-calls: deps-build-check
	@$(MAKE) -s -j2 all $(B)/relatieprofiel
	@python3 tests/failing.py $(B)/relatieprofiel all
	@python3 tests/syscalls.py $(B)/relatieprofiel all

# The keys of relatieprofiel-formats(5), from the tables of the program.
man: all
	@python3 man/keys.py build/relatieprofiel

# Messages of the source into po/nl.po; new ones wait there for their Dutch.
XGETTEXT := xgettext --from-code=UTF-8 --no-location --sort-output -k_ \
	-kdiag_error:4 -kdiag_failure:4 -kdiag_warning:4 -kdiag_remark:4 -kdiag_help:2 \
	-kdiag_note:3 -kdiag_words:2 -kDIAG_WORDS -kengine_fault:2 -kfail:3 --package-name=relatieprofiel
build/messages.pot: $(SRC)
	@mkdir -p $(@D)
	$(XGETTEXT) -o $@ $(SRC)

po: build/messages.pot
	msgmerge -q --no-fuzzy-matching --no-location -s -U --backup=none \
		po/nl.po build/messages.pot

# Writes what comes out as what is expected; read the diff before the commit.
accept: all
	@ACCEPT=1 tests/run.sh build/relatieprofiel
	@ACCEPT=1 python3 tests/looks.py build/relatieprofiel

# What PERFORMANCE.md explains; the whole with BENCH_MANY=10000 BENCH_PAGES=2000.
BENCH := $(addprefix $(B)/tests/bench/,measure bench_line floor)
bench: deps-build-check-web-browser
	@$(MAKE) -s -j2 all $(BENCH) build/web/relatieprofiel.html
	@tests/bench/bench.sh build/relatieprofiel $(BENCH)
	@node tests/web/bench.mjs build/relatieprofiel

$(B)/tests/bench/%: tests/bench/%.c $(UNIT_LIB) $(LIB)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -I. $(CFLAGS_ALL) $(LDFLAGS) -MMD -MP -o $@ $< \
		$(UNIT_LIB) $(LIB) $(LDLIBS_ALL)

# Whether the tests notice a fault put into the source: hours.
MUTANTS ?= 200
mutants: deps-build-check-web-browser
	@$(MAKE) -s -j2 all build/web/relatieprofiel.html
	@python3 tests/mutants.py $(MUTANTS)

FUZZ_SECONDS ?= 60
fuzz: deps-build-lint
	@$(MAKE) -s -j2 all
	@$(MAKE) -s -j2 V=fuzz CC=clang fuzzers
	@printf '%s\n' $(FUZZ) | xargs -P $$(nproc) -I F tests/fuzz/run.sh F $(FUZZ_SECONDS)
fuzzers: $(FUZZ)

# Which lines the tests run, and why others are not: tests/uncovered.list.  Whether
# they pass is for `make check`: this program is slow, and what it counts is written
# last, so that some that look at processes that end see more than they should.
cov: deps-build-check-web-browser
	@mkdir -p build/cov
	@find build/cov -name '*.gcda' -delete -o -name counts.json -delete
	@$(MAKE) -s -j2 all
	-@AFTER_PART="python3 tests/uncovered.py build/cov take" \
		$(MAKE) -s -j2 tests V=cov
	-@for t in refusals "failing 400" "syscalls 100"; do \
		python3 tests/$${t%% *}.py build/cov/relatieprofiel $$(expr "$$t" : '.* \(.*\)'); \
		python3 tests/uncovered.py build/cov take; done
	@python3 tests/uncovered.py build/cov

# The guides, one sheet each, made by the program itself.
GUIDES := $(wildcard docs/gids-*.ini)
guides: deps-build
	@$(MAKE) -s -j2 $(GUIDES:docs/%.ini=build/docs/%.pdf)
	@ls build/docs/gids-*.pdf | sed 's/^/Made: /'

# What is installed, as "MODE SOURCE TARGET": install and uninstall go by it.
# The program finds its own files from where it lies, so that PREFIX may be any.
SHARED := $(wildcard rules/*.ini layouts/*.ini layouts/*.png fonts/*.ini \
	examples/*.yaml examples/*.ini examples/*.csv examples/cluster/Makefile explain/*.yaml)
DOCUMENTS := README.md README.nl.md LICENSE CHANGELOG.md SECURITY.md CITATION.cff
ICON := icons/hicolor/scalable/apps/relatieprofiel.svg
INSTALLED = \
	755:build/relatieprofiel:bin/relatieprofiel \
	$(foreach f,$(SHARED),644:$f:share/relatieprofiel/$f) \
	$(foreach f,$(wildcard examples/cluster/*.sh),755:$f:share/relatieprofiel/$f) \
	$(foreach f,$(wildcard man/*.1 man/*.5),\
		644:$f:share/man/man$(subst .,,$(suffix $f))/$(notdir $f)) \
	$(foreach f,$(wildcard man/nl/*.1 man/nl/*.5),\
		644:$f:share/man/nl/man$(subst .,,$(suffix $f))/$(notdir $f)) \
	644:$(DUTCH):share/locale/nl/LC_MESSAGES/relatieprofiel.mo \
	$(foreach f,interview score,644:build/schema/$f.json:share/relatieprofiel/schema/$f.json) \
	644:build/completion/bash:share/bash-completion/completions/relatieprofiel \
	644:build/completion/zsh:share/zsh/$(if $(filter /usr,$(PREFIX)),vendor-completions,site-functions)/_relatieprofiel \
	644:build/completion/fish:share/fish/vendor_completions.d/relatieprofiel.fish \
	$(foreach f,$(wildcard $(DOCUMENTS)),644:$f:share/doc/relatieprofiel/$f) \
	$(foreach f,$(wildcard desktop/*.desktop),644:$f:share/applications/$(notdir $f)) \
	644:desktop/relatieprofiel.xml:share/mime/packages/relatieprofiel.xml \
	644:desktop/relatieprofiel.svg:share/$(ICON) \
	$(foreach f,$(GUIDES:docs/%.ini=%),644:build/docs/$f.pdf:share/doc/relatieprofiel/$f.pdf) \
	$(if $(wildcard $(W)/relatieprofiel.html),\
		644:$(W)/relatieprofiel.html:share/relatieprofiel/relatieprofiel.html \
		644:$(W)/licences.txt:share/doc/relatieprofiel/page-licences.txt)

# The schemas of an interview and a score file, for editors.
build/schema/%.json: build/relatieprofiel
	@mkdir -p $(@D)
	@build/relatieprofiel schema $* >$@.new
	@mv $@.new $@

build/docs/%.pdf: docs/%.ini build/relatieprofiel
	@mkdir -p $(@D)
	@build/relatieprofiel render -l $< -d $(@D) --force -q

build/completion/%: build/relatieprofiel
	@mkdir -p $(@D)
	@build/relatieprofiel completion $* >$@.new
	@mv $@.new $@

install: all build/schema/interview.json build/schema/score.json \
		build/completion/bash build/completion/zsh build/completion/fish \
		$(GUIDES:docs/%.ini=build/docs/%.pdf)
	@for f in $(INSTALLED); do \
		mode=$${f%%:*} to=$${f##*:} from=$${f#*:}; \
		install -D -m $$mode $${from%:*} $(DESTDIR)$(PREFIX)/$$to || exit 1; done
	@[ -n "$(DESTDIR)" ] || sh desktop/refresh.sh $(PREFIX)

uninstall:
	@for f in $(INSTALLED) share/relatieprofiel/relatieprofiel.html \
		share/doc/relatieprofiel/page-licences.txt; do \
		rm -f $(DESTDIR)$(PREFIX)/$${f##*:}; done
	@for d in share/relatieprofiel share/doc/relatieprofiel; do \
		[ ! -d $(DESTDIR)$(PREFIX)/$$d ] || \
		find $(DESTDIR)$(PREFIX)/$$d -depth -type d -empty -delete; done
	@[ -n "$(DESTDIR)" ] || sh desktop/refresh.sh $(PREFIX)

# A picture of each page of each layout, for readers of docs/.
gallery: deps-build-check
	@$(MAKE) -s -j2 all
	@docs/gallery.sh build/relatieprofiel docs/gallery

# A package for Debian, built as Debian does from a copy of what git keeps, and
# with the page for a browser in it.
VERSION := $(shell sed -n 's/.*ENGINE_VERSION "relatieprofiel \(.*\)"/\1/p' src/engine/engine.h)
DEB := build/deb/relatieprofiel-$(VERSION)
deb: deps-build-web-deb
	@$(MAKE) -s -j2 all build/web/relatieprofiel.html
	@desktop/deb.sh $(DEB)

clean:
	rm -rf build

include web/web.mk

-include $(wildcard $(B)/*/*/*.d $(B)/*/*/*/*.d)

.SECONDARY:
.PHONY: all packages web po man example check check-web check-slurm tests asan lint format accept bench fuzz fuzzers torture torture-calls \
	mutants cov install uninstall deb gallery guides clean
