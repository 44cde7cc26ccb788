/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "privacy/name_words.h"

#include "privacy/word_list.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

/* A blank before and behind each word.  The lists are for deciding between
   "replace" and "show to a person", so a word that is missing costs a line of
   the review, not a name. */
static const char *const words[] = {
    [WORD_SALUTATION] =
        " juf juffrouw juffie jufje meester mevrouw mevr mw mej meneer mijnheer"
        " dhr heer dr drs ir prof mr mrs ms miss mister sir madam ",
    [WORD_PERSON] =
        " leerkracht leraar lerares docent docente mentor mentrix directeur"
        " ib ib'er rt kind leerling coach begeleider begeleidster intern"
        " psycholoog orthopedagoog collega stagiaire invaller moeder vader mama"
        " papa mam pap oma opa broer broertje zus zusje tante oom neef nicht"
        " stiefvader stiefmoeder vriend vriendje vriendin vriendinnetje buurman"
        " buurvrouw ouders teacher child pupil student mentor colleague"
        " assistant head mother father mum dad mom brother sister aunt uncle"
        " cousin friend grandmother grandfather granny grandma grandpa en and y"
        " gran nan nana of ",
    [WORD_PARTICLE] = " van von de der den het 't t ten ter te op in aan bij "
                      "la le les du des "
                      "di"
                      " da dos del el al bin ibn abu und the zu zum zur ",
    [WORD_NAME] =
        " amber appel april art august augustus autumn bakker bas beek beer "
        "berg"
        " bie blij bloem blok boer boom bos boy brink bruin buis christian"
        " clay cliff crystal dag daisy dale dawn dekker dijk door eik engel"
        " els faith fleur floor flora forest frank glen goud graaf grace groen "
        "groot"
        " guy haan ham hazel heath heather heide held herder hoek hof holly"
        " hunter iris ivy jack jade jager jasmijn jewel joris joy june jong "
        "kees"
        " kers klaas klaver klein koning kok kool kramer kuiper lam land"
        " lente leeuw lies lieve lily linde linden lot madelief mason meer"
        " melody merel mees mei mies miles molenaar mulder olive pearl "
        "peer"
        " penny pet piet piek pier pit poes pool post prins puck puk ree rein"
        " ridder rich rijk river robin roos roosje rose rood ruby ruiter sam "
        "schipper"
        " sil sky slager smit snijder star steen ster sterre stok storm"
        " straat stroom summer teddy ties tijger timmerman ton tuin valk veen"
        " veld victor viola violet visser vlinder vogel vos vries vuur wal "
        "wade warren"
        " water wijs willow winter wit wolf zee zilver zomer zon zwaan zwart ",
    [WORD_VERB] =
        " bill chase drew grant hoop hope mark may pat rob sue toon wil will"
        " win ",
    [WORD_PRONOUN] =
        " ik je jij u hij ze zij het we wij jullie men iemand iedereen niemand"
        " i you he she it we they anyone someone everyone the a an een ",
    [WORD_COMMON] =
        " aan achter af al alle alleen allebei alles als altijd anders bij"
        " binnen boven buiten daar daarna daarom dan dat de deze die dit"
        " daardoor daarbij daarmee door dus echt een eens eerst eigenlijk en"
        " er eerder elke even ga gaat geen geef gewoon goed graag had heb "
        "hebben"
        " heeft heel helaas helpt het hier hij hoe hun iedereen iemand ik in is"
        " ja je jij jullie juist kan kom komt kun laat later maar maak meestal"
        " men met meteen mijn misschien moet mogen na naast nee net niemand "
        "niet"
        " niets nog nooit nou nu of om omdat onder ons ook op opeens over"
        " pas samen sinds snel soms staat steeds straks tegen terwijl te teveel"
        " tijdens toch toen tot totdat tussen uit uiteindelijk van vanaf"
        " vandaag vaak veel vlak voor vooral voordat vroeger waar waarom "
        "waarmee"
        " wanneer want was wat we weer wel welke werd wie wij wil word wordt "
        "zal"
        " zaten zat ze zeg zegt zei zelf zelfs zie ziet zij zijn zo zoals zodat"
        " zodra zonder zou"
        " a after again all also always am an and any anyone are as at at"
        " because before but by can could did do does each even every first for"
        " from give go good had has have he her here his how i if in is it its"
        " just later let look maybe most mostly my never no not nothing now of"
        " often on once one only or our out perhaps say she should since"
        " so some someone sometimes somewhere still take tell that the then"
        " there these they this those though to together too try until up was"
        " we were what when where which while who why will with would yes yet"
        " you your ",
    [WORD_CAPITAL] =
        " i cito nederland nederlands nederlandse engels engelse english dutch"
        " england sinterklaas kerst kerstmis pasen christmas easter monday"
        " tuesday wednesday thursday friday saturday sunday maandag dinsdag"
        " woensdag donderdag vrijdag zaterdag zondag ok tv pc gym god bsn "
        "leerkracht"
        " kind persoon teacher child person coach oefening exercise casus case"
        " scores ",
    [WORD_MONTH] =
        " januari februari maart april mei juni juli augustus september oktober"
        " november december jan feb mrt apr jun jul aug sep sept okt nov dec"
        " january february march may june july august october oct mar ",
    [WORD_SCHOOL] =
        " basisschool bso cbs college daltonschool gymnasium ikc"
        " jenaplanschool kbs kdv kindcentrum kinderdagverblijf lyceum"
        " montessorischool obs pcb pcbs peuterschool peuterspeelzaal rkbs"
        " sbo school vso ",
    [WORD_FIRST] =
        " amber bella ernst erna ken koos leen ray trees bas ben bloem daisy "
        "dale "
        "dawn els faith floor flora forest"
        " frank frans glen grace guy harm hazel heather holly iris ivy jack"
        " jade jasmijn jet jewel job joris joy june kees kick klaas lente"
        " lies lieve lily linde lot madelief mare mart mason max mees melody"
        " merel mies nova olive pearl penny piet pip puck puk rein robin"
        " roos roosje rose ruby sam sil sky storm summer teddy ties ton"
        " viola violet willow ",
    [WORD_GIVEN] =
        " aad aaltje aart abel abraham adam alma amanda amir anita ank anna"
        " annelies arend arie aurelia aurora ava axel aya babs barend beate"
        " beau belle benjamin bente berend bernard bert berthe betty"
        " billy bo bob bobby bram bridget caro chris clarisse claus clement"
        " connie cor daniel david demi derk dick diederik dina dirk dolf"
        " dolly dries eddy edgar ella emir emma eric erica erik erna"
        " esther eva evert faas fay femke ferry filip fleur gabriel"
        " geert gerard gerda gerrit gijs gina greet guus hanna hannah hannes"
        " hans hein hendrik henk henry herman hugo ilse inga ingrid isabel"
        " ivo jaap jacob jan janet janna janus jasper jelle jeroen jesse jim"
        " jimmy jo joe joel joep johan john jolanda jonas jonathan joop"
        " jordan jos josh jozef juan judith julia juliana julien kaatje"
        " karel karin katrien kelly kevin kim koen krijn kris lars"
        " laura lea lex lisa liza lotte louis luca lucas luuk maarten"
        " mads maja marc marcel maria marie marijke marion martha martijn"
        " martin martina martine martino maxim maxima maxime meg mia michael"
        " michel miep mike mila mina mirjam mirte mo molly nadia naomi"
        " natalie nel nick nico nicole nina nora olaf olivier oscar otto"
        " pascal patrick paul paula peggy peter petra pieter pleun quinten"
        " rachel raf ralf rebecca rex rick rik rita robbert robert"
        " roderick roel romeo romy ronald rosa rowan ruben rutger ruth sally"
        " sander sandra sara sarah sem senna serge sien sjaak sjonnie sofie"
        " sophie stan stef stefan stella steven stijn susanne sven sylvia"
        " ted teun teunis thea theo thomas tiffany tijs tim timothy tina"
        " tjerk tom tommy tony tristan truus valentijn vera victor"
        " viktor vincent walter wendy werner wies willem willie wim wout"
        " wouter yvonne zoe ",
    [WORD_PLACE] =
        " assen bergen best bosch buren dalen delft drachten ede goes haag"
        " hoorn houten laren leiden weert ",
    [WORD_STREET] =
        " avenue close court crescent drive gardens laan lane road square"
        " straat street terrace ",
    [WORD_GROUP] = " class form groep group klas room year ",
    [WORD_BIRTH] =
        " birthdate birthday born geboortedatum geboortejaar geboren jarig"
        " verjaardag ",
    [WORD_DAY] =
        " acht achtentwintig achtentwintigste achtste achttien achttiende"
        " derde dertien dertiende dertig dertigste drie drieentwintig"
        " drieentwintigste een eenendertig eenendertigste eenentwintig"
        " eenentwintigste eerste eight eighteen eighteenth eighth eleven"
        " eleventh elf elfde fifteen fifteenth fifth first five four"
        " fourteen fourteenth fourth negen negende negenentwintig"
        " negenentwintigste negentien negentiende nine nineteen nineteenth"
        " ninth one second seven seventeen seventeenth seventh six sixteen"
        " sixteenth sixth ten tenth third thirteen thirteenth thirtieth"
        " thirty three tien tiende twaalf twaalfde twee tweede tweeentwintig"
        " tweeentwintigste twelfth twelve twentieth twenty twintig"
        " twintigste two veertien veertiende vier vierde vierentwintig"
        " vierentwintigste vijf vijfde vijfentwintig vijfentwintigste"
        " vijftien vijftiende zes zesde zesentwintig zesentwintigste zestien"
        " zestiende zeven zevende zevenentwintig zevenentwintigste zeventien"
        " zeventiende ",
    [WORD_BEHIND] =
        " thuis eigenlijk gewoon daar hier boos blij aan al als also and asked "
        "at begon bij bleef bracht but came can"
        " dan dat de deed die dus een en er even for gaf gave ging haar had"
        " has hem het hield hielp hij ik in is je kan keek kon kwam las liep"
        " looked maar mag me met mij naar nam niet nog not nu of om on ook"
        " op or over riep said saw says schreef so sprak stond te that then"
        " thinks to toen told took uit van vond voor vroeg want was weer wel"
        " went when who wil will with zag zal zat ze zei zich zij zijn zong"
        " zou ",
    [WORD_CALLED] =
        " heet heette heten heetten bijnaam genaamd named nicknamed ",
    [WORD_CALLING] = " noem noemt noemen noemde noemden call calls called "
                     "calling bijnaam nickname ",
    [WORD_WHOM] = " hem haar hen him her them is was ",
    [WORD_TITLE] = " dhr drs ir mevr miss mister mr mrs ms mw prof ",
};
static_assert(
    sizeof words / sizeof *words == WORD_KIND_COUNT, "a list per kind");

bool
name_word_is(enum name_word kind, const char *word)
{
    size_t n = strlen(word);

    if (n == 0 || strchr(word, ' ') != NULL)
        return false;
    for (const char *p = words[kind]; (p = strstr(p, word)) != NULL; p += n)
        if (p[-1] == ' ' && p[n] == ' ')
            return true;
    return false;
}

bool
name_word_ordinary(enum lang lang, const char *word)
{
    enum { SHORT = 2 };

    if (name_word_is(WORD_GIVEN, word))
        return false;
    return strlen(word) <= SHORT || name_word_is(WORD_VERB, word) ||
           name_word_is(WORD_NAME, word) || name_word_is(WORD_FIRST, word) ||
           word_list_sure(lang, word);
}

bool
name_word_known(enum lang lang, const char *word)
{
    return name_word_is(WORD_GIVEN, word) || name_word_is(WORD_FIRST, word) ||
           name_word_is(WORD_NAME, word) || word_list_sure(lang, word);
}
