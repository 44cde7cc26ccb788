# SPDX-FileCopyrightText: 2026 the relatieprofiel authors
# SPDX-License-Identifier: MIT
# An example told again with other words, so that no two reports have the same
# text or the same glyphs: awk -v n=NUMBER -v id=CASE -v lines=L -v more=M
# -v words=W -v own=P.  Behind each of the first L lines that end a sentence
# stand M lines of W words, of which the share P is of random letters.
BEGIN {
    srand(n)
    letters = split("a b c d e f g h i j k l m n o p q r s t u v w x y z " \
        "A Q X Y J Z é ë ï ö ü ç ñ å ø æ ß õ ì ð þ š ž ő ł ă", letter, " ")
    common = split("de het een ik hij zij niet dan maar ook nog met voor " \
        "over naar want omdat soms vaak weer kind klas groep juf samen " \
        "buiten rustig boos spelen werken lezen rekenen wachten vragen " \
        "zeggen kijken luisteren verantwoordelijk ingewikkeld " \
        "onderwijsassistent gesprek moment middag", word, " ")
}
/^(dossier|case): / { sub(/: .*/, ": " id) }
{ print }
/^ +[A-Z][^:{}]*[.?]$/ && said++ < lines {
    match($0, /^ +/)
    for (m = 0; m < more; m++) {
        line = substr($0, 1, RLENGTH - 1)
        for (w = 0; w < words; w++) {
            line = line " "
            if (rand() >= own) {
                line = line word[int(rand() * common) + 1]
                continue
            }
            for (k = 0; k < 6; k++)
                line = line letter[int(rand() * letters) + 1]
        }
        print line "."
    }
}
