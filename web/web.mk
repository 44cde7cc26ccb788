# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# The page for a browser: build/web/relatieprofiel.html; web/README.md tells of
# its parts.  Included by the Makefile.

W := build/web
WEB_LIB := $(addprefix $(W)/lib/lib,$(addsuffix .a,\
	harfbuzz hpdf png jpeg z yaml deflate utf8proc md hyphen))
# Without iniparser, whose reading the native program compares with ours, and
# without what reads the files of word processors and forms that were filled in.
WEB_NOT := $(addprefix src/format/,ini_compare.c document_zip.c docx.c odt.c \
	unzip.c xml.c)
WEB_SRC := $(filter-out src/cli/% src/base/file% src/base/library% $(WEB_NOT) src/pdf/filled% \
	src/engine/filled.c src/engine/locked.c,$(SRC))
WEB_OBJ := $(WEB_SRC:%.c=$(W)/obj/%.o) $(W)/obj/$(WORDS).o
WEB_FLAGS := -std=c11 -O2 -Isrc -I$(W)/lib/include -D_POSIX_C_SOURCE=200809L \
	-DWITHOUT_INIPARSER -DWITHOUT_NETTLE -DWITHOUT_RSVG -DWITHOUT_DOCUMENTS \
	-DWITHOUT_KNOWN_FONTS -DNDEBUG -ffile-prefix-map=$(CURDIR)=.

# No main, no file system.
WEB_LINK := -O2 --no-entry -sMODULARIZE=1 -sEXPORT_ES6=1 -sEXPORT_NAME=program \
	-sENVIRONMENT=worker -sUSE_ES6_IMPORT_META=0 -sALLOW_MEMORY_GROWTH=1 \
	-sINITIAL_MEMORY=32MB -sMAXIMUM_MEMORY=512MB -sTOTAL_STACK=4MB \
	-sDYNAMIC_EXECUTION=0 -sINVOKE_RUN=0 -sFILESYSTEM=0 \
	-sEXPORTED_FUNCTIONS=@$(W)/calls

$(W)/src/done: web/fetch.sh
	@web/fetch.sh $(@D)
	@touch $@

$(W)/lib/lib%.a: web/lib.sh | $(W)/src/done
	@echo "Compiling lib$* for the page"
	@web/lib.sh $* $(W)/src $(@D)
$(W)/lib/libpng.a: | $(W)/lib/libz.a
$(W)/lib/libhpdf.a: | $(W)/lib/libpng.a

$(W)/obj/%.o: %.c | $(WEB_LIB)
	@mkdir -p $(@D)
	@emcc $(WEB_FLAGS) -MMD -MP -c -o $@ $<

# What web.h declares is what JavaScript calls.
$(W)/calls: src/web/web.h
	@mkdir -p $(@D)
	@{ printf '_%s\n' malloc free; \
		sed -n 's/^\([a-z].*[ *]\)\{0,1\}\(web_[a-z_]*\)(.*/_\2/p' $<; } >$@

$(W)/program.mjs: $(WEB_OBJ) $(WEB_LIB) $(W)/calls web/web.mk
	@NODE_PATH=/usr/share/nodejs emcc $(WEB_LINK) -o $@ $(WEB_OBJ) $(WEB_LIB)

$(W)/npm/done: web/package.json web/package-lock.json
	@mkdir -p $(@D)
	@cp web/package.json web/package-lock.json $(@D)
	@cd $(@D) && npm ci --silent --ignore-scripts --omit=optional --no-audit --no-fund
	@touch $@

$(W)/licences.txt: web/licences.sh LICENSE $(W)/npm/done
	@web/licences.sh $(W)/npm >$@.new
	@mv $@.new $@

WEB_PARTS := $(wildcard web/*.js web/*.html web/*.css web/*.mjs rules/*.ini \
	layouts/* fonts/*.ini examples/*.yaml)
$(W)/relatieprofiel.html: $(W)/program.mjs $(W)/licences.txt $(DUTCH) $(WEB_PARTS)
	@node web/build.mjs $@.new
	@mv $@.new $@

-include $(wildcard $(W)/obj/src/*/*.d $(W)/obj/src/*/*/*.d)
