/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The floor that the program is compared with: the words of its reports by
   libharu as it comes, as a small program would do it.  As many pages, the
   three faces of Lato that the handout has, embedded, lines justified by
   HPDF_Page_TextRect; no tags, no kerning, no rules about pages, no PDF/A.

       floor FOLDER TEXT...

   makes FOLDER/1.pdf and so on of texts in which form feeds part the pages, as
   pdftotext writes them.  One HPDF_Doc serves them all. */
#include <hpdf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LATO "/usr/share/fonts/truetype/lato/Lato-"

enum { TEXT_MAX = 8 * 1024 * 1024, MARGIN = 54, SIZE = 9, LEADING = 12 };
enum { FACE_TEXT, FACE_HEAD, FACE_FOOT, FACES };

static const char *const files[FACES] = {
    LATO "Regular.ttf", LATO "Bold.ttf", LATO "Light.ttf"};

static void
on_error(HPDF_STATUS code, HPDF_STATUS detail, void *user)
{
    (void)user;
    fprintf(stderr, "floor: libharu's error %04lX, %lu\n", (unsigned long)code,
        (unsigned long)detail);
    exit(1);
}

static size_t
text_read(const char *path, char *to)
{
    FILE *f = fopen(path, "rb");
    size_t n = f == NULL ? 0 : fread(to, 1, TEXT_MAX - 1, f);

    if (f == NULL || fclose(f) != 0) {
        perror(path);
        exit(1);
    }
    to[n] = '\0';
    return n;
}

/* What does not fit in its column is set smaller. */
static void
page_fill(HPDF_Page page, HPDF_Font font, const char *text, float right)
{
    HPDF_UINT written = 0, len = (HPDF_UINT)strlen(text);
    float top = HPDF_Page_GetHeight(page) - 2 * MARGIN;

    for (float size = SIZE; written < len && size > 2; size -= 2) {
        HPDF_Page_BeginText(page);
        HPDF_Page_SetFontAndSize(page, font, size);
        HPDF_Page_SetTextLeading(page, LEADING * size / SIZE);
        HPDF_Page_TextRect(page, MARGIN, top, right, MARGIN, text,
            HPDF_TALIGN_JUSTIFY, &written);
        HPDF_Page_EndText(page);
        text += written;
        len -= written;
        written = 0;
        if (len == 0)
            break;
    }
}

static void
page_make(HPDF_Doc pdf, HPDF_Font fonts[FACES], char *text, int number)
{
    HPDF_Page page = HPDF_AddPage(pdf);
    char *body = strchr(text, '\n'), foot[16];

    HPDF_Page_SetSize(page, HPDF_PAGE_SIZE_A4, HPDF_PAGE_PORTRAIT);
    if (body != NULL)
        *body++ = '\0';
    HPDF_Page_BeginText(page);
    HPDF_Page_SetFontAndSize(page, fonts[FACE_HEAD], 14);
    HPDF_Page_TextOut(
        page, MARGIN, HPDF_Page_GetHeight(page) - 1.5F * MARGIN, text);
    snprintf(foot, sizeof foot, "%d", number);
    HPDF_Page_SetFontAndSize(page, fonts[FACE_FOOT], 8);
    HPDF_Page_TextOut(page, MARGIN, 0.5F * MARGIN, foot);
    HPDF_Page_EndText(page);
    if (body != NULL && *body != '\0')
        page_fill(
            page, fonts[FACE_TEXT], body, HPDF_Page_GetWidth(page) - MARGIN);
}

/* Each page ends in a form feed. */
static void
report_make(HPDF_Doc pdf, char *text)
{
    HPDF_Font fonts[FACES];
    int number = 0;

    for (int i = 0; i < FACES; i++)
        fonts[i] = HPDF_GetFont(
            pdf, HPDF_LoadTTFontFromFile(pdf, files[i], HPDF_TRUE), "UTF-8");
    for (char *page = text, *end; (end = strchr(page, '\f')) != NULL;
         page = end + 1) {
        *end = '\0';
        page_make(pdf, fonts, page, ++number);
    }
}

int
main(int argc, char **argv)
{
    static char text[TEXT_MAX];
    HPDF_Doc pdf = HPDF_New(on_error, NULL);

    if (argc < 3 || pdf == NULL) {
        fputs("usage: floor FOLDER TEXT...\n", stderr);
        return 2;
    }
    HPDF_UseUTFEncodings(pdf);
    for (int i = 2; i < argc; i++) {
        char path[4096];

        HPDF_NewDoc(pdf);
        HPDF_SetCompressionMode(pdf, HPDF_COMP_ALL);
        text_read(argv[i], text);
        report_make(pdf, text);
        snprintf(path, sizeof path, "%s/%d.pdf", argv[1], i - 1);
        HPDF_SaveToFile(pdf, path);
    }
    HPDF_Free(pdf);
    return 0;
}
