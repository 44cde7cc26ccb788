/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The page's own words, in both languages.  What a field, question, scale or
   message is called comes from the program; here is what buttons and headings
   say.  `{0}` is the first argument. */

export const languages = ["nl", "en"];

const table = {
  /* the head */
  app: ["Relatieprofiel", "Relationship profile"],
  skip: ["Naar het formulier", "Go to the form"],
  undo: ["Ongedaan maken", "Undo"],
  redo: ["Opnieuw", "Redo"],
  undone: ["Ongedaan gemaakt.", "Undone."],
  redone: ["Opnieuw gedaan.", "Done again."],
  language: ["Taal van deze pagina", "Language of this page"],
  noCase: ["nieuw interview", "new interview"],
  unsaved: ["nog niet bewaard", "not saved yet"],

  /* the start */
  startTitle: ["Van gesprek naar papier", "From interview to paper"],
  startText: [
    "Typ hier het interview over één leerkracht en één kind. De bladen voor het gesprek verschijnen ernaast.",
    "Type the interview about one teacher and one child here. The pages for the talk appear beside it."],
  startSafe: [
    "Alles blijft op deze computer. Er gaat niets over het internet.",
    "Everything stays on this computer. Nothing goes over the internet."],
  startNew: ["Nieuw interview", "New interview"],
  startNewHelp: ["Begin met een leeg formulier.", "Begin with an empty form."],
  startOpen: ["Open een interview", "Open an interview"],
  startOpenHelp: [
    "Een interviewbestand dat je eerder hebt bewaard.",
    "An interview file that you saved before."],
  startExample: ["Bekijk het voorbeeld", "Look at the example"],
  startExampleHelp: [
    "Juf Anne en Martijn. Alles is verzonnen.",
    "A filled interview. All of it is made up."],
  startAgain: ["Verder met", "Go on with"],
  startAgainHelp: ["Het interview waar je mee bezig bent.",
    "The interview that you are working on."],
  toStart: ["Naar het begin", "To the start"],
  starting: ["Een ogenblik …", "One moment …"],
  startFailed: [
    "Dit programma start niet in deze browser: {0}",
    "This program does not start in this browser: {0}"],
  line: ["regel {0}", "line {0}"],
  comments: [
    "In dit bestand staat eigen uitleg achter #. Die blijft niet staan als je het hier bewaart.",
    "This file has notes of its own behind #. They do not stay when you save it here."],
  cannotRead: [
    "Dit bestand is niet te lezen als interview.",
    "This file cannot be read as an interview."],
  leave: [
    "Dit interview is nog niet bewaard. Toch verder?",
    "This interview has not been saved. Go on all the same?"],

  /* the desk */
  parts: ["Onderdelen", "Parts"],
  partOf: ["{0} van {1}", "{0} of {1}"],
  tabForm: ["Formulier", "Form"],
  tabAnswers: ["Antwoorden", "Answers"],
  tabPages: ["Bladen", "Pages"],
  views: ["Wat je ziet", "What you see"],
  next: ["Verder: {0}", "Next: {0}"],
  previous: ["Terug: {0}", "Back: {0}"],
  more: ["Meer", "More"],
  filledOf: ["{0} van {1} ingevuld", "{0} of {1} filled in"],
  questionsOf: ["{0} van {1} vragen", "{0} of {1} questions"],
  wordsOf: ["{0} van {1} woorden", "{0} of {1} words"],
  scalesOf: ["{0} van {1} schalen", "{0} of {1} scales"],
  oneItem: ["1 {0}", "1 {0}"],
  items: ["{0} {1}", "{0} {1}"],
  nothingYet: ["nog leeg", "empty"],
  complete: ["klaar", "done"],
  withFaults: ["{0}: {1}", "{0}: {1}"],

  /* parts */
  partWho: ["Wie en wanneer", "Who and when"],
  partWhoHelp: [
    "Wat je niet weet, laat je leeg. Op papier is dat een lijn om op te schrijven.",
    "Leave empty what you do not know. On paper it is a line to write on."],
  partWords: ["Drie woorden", "Three words"],
  partWordsHelp: [
    "Woorden voor de relatie, elk met een moment dat erbij hoort.",
    "Words for the relationship, each with a moment that belongs to it."],
  partQuestions: ["Vragen", "Questions"],
  partQuestionsHelp: [
    "Typ zo letterlijk mogelijk wat de leerkracht zei. Citaten haal je hier later uit.",
    "Type what the teacher said as literally as you can. Quotes are taken from it later."],
  partMoments: ["Momenten", "Moments"],
  partMomentsHelp: [
    "Een moment van twee kanten: wat voelde de leerkracht, en wat het kind?",
    "A moment from two sides: what did the teacher feel, and what the child?"],
  partFeelings: ["Gevoelens", "Feelings"],
  partFeelingsHelp: [
    "Zet per stukje van het gesprek een teken bij het gevoel dat je hoort.",
    "Set a mark for each piece of the interview, at the feeling that you hear."],
  partScores: ["Schalen", "Scales"],
  partScoresHelp: [
    "Geef per schaal een score. Kies er letterlijke citaten bij uit de antwoorden.",
    "Give each scale a score. Choose literal quotes for it from the answers."],
  partStrengths: ["Wat er al is", "What is there already"],
  partStrengthsHelp: [
    "Twee of drie zinnen over wat sterk is, elk met waaruit dat blijkt.",
    "Two or three sentences on what is strong, each with what shows it."],
  partOwn: ["Eigen accenten", "Your own accents"],
  partOwnHelp: [
    "Hoeft niet. Wat leeg blijft, volgt uit de regels.",
    "Optional. What stays empty follows from the rules."],
  partPlan: ["Plan", "Plan"],
  partPlanHelp: [
    "Mag leeg blijven: op papier staan er lijnen om samen in te vullen.",
    "May stay empty: on paper there are lines to fill in together."],
  partQuestionnaires: ["Vragenlijsten", "Questionnaires"],
  partQuestionnairesHelp: [
    "Vragenlijsten die de regels kennen.",
    "Questionnaires that the rules know."],
  partMore: ["Bewaren en meer", "Keeping and more"],
  partMoreHelp: [
    "Bewaartermijn, cursus, wijzigingen en instellingen van het interview.",
    "How long it is kept, course, changes and settings of the interview."],

  /* fields in general */
  optional: ["mag leeg", "optional"],
  empty: ["niet ingevuld", "not filled in"],
  addItem: ["{0} toevoegen", "Add {0}"],
  removeItem: ["{0} verwijderen", "Remove {0}"],
  itemUp: ["{0} omhoog", "Move {0} up"],
  itemDown: ["{0} omlaag", "Move {0} down"],
  removed: ["{0} is verwijderd. Met Ongedaan maken komt het terug.",
    "{0} was removed. Undo brings it back."],
  onePerLine: ["één per regel", "one per line"],
  pickDate: ["Kies een datum", "Pick a date"],
  atMost: ["hoogstens {0}", "at most {0}"],
  asTyped: ["„{0}” (staat in het bestand)", "“{0}” (as in the file)"],
  notForm: [
    "Hier staat iets dat het formulier niet als veld kan tonen:",
    "Here stands something that the form cannot show as a field:"],
  notFormRemove: ["Verwijder dit", "Remove this"],
  unknown: ["Niet herkend", "Not recognised"],
  unknownHelp: [
    "Dit stond in het bestand. Het programma kent het niet, maar bewaart het wel.",
    "This was in the file. The program does not know it, but keeps it."],
  noQuestion: ["geen vraag", "no question"],
  wholeTalk: ["hele gesprek", "whole interview"],

  dateForm: ["JJJJ-MM-DD", "YYYY-MM-DD"],
  theCase: ["Dossier", "Case"],
  rulesUsual: ["de gewone regels", "the usual rules"],

  /* words and questions */
  word: ["Woord {0}", "Word {0}"],
  aWord: ["woord", "word"],
  answer: ["Antwoord", "Answer"],
  skipped: ["Overgeslagen", "Skipped"],
  skippedHelp: [
    "niet gesteld, of geen antwoord", "not asked, or no answer"],
  skipAll: [
    "Zet alle lege vragen op overgeslagen", "Set all empty questions to skipped"],
  split: ["In stukken verdelen", "Split into parts"],
  join: ["Als één tekst", "As one text"],
  atWords: [
    "Deze vraag hoort bij Drie woorden.", "This question belongs to Three words."],
  goThere: ["Ga naar {0}", "Go to {0}"],
  probes: ["Doorvragen", "To ask further"],
  yourQuestion: ["Naar vraag {0}", "To question {0}"],

  /* moments, strengths, plan */
  aMoment: ["moment", "moment"],
  aStrength: ["zin", "sentence"],
  aStep: ["stap", "step"],
  aChange: ["wijziging", "change"],
  anItem: ["onderdeel", "item"],
  ownGoal: ["eigen tekst", "own text"],
  goalFrom: ["Doel uit de regels", "Goal of the rules"],

  /* feelings */
  feelingAdd: ["{0} bij {1} toevoegen", "Add {0} at {1}"],
  feelingRemove: ["{0} bij {1} weghalen", "Take away {0} at {1}"],
  feelingNone: ["De regels kennen geen gevoelens.", "The rules know no feelings."],
  fragmentsOther: ["Stukjes zonder bekende vraag of bekend gevoel",
    "Pieces without a known question or feeling"],
  aFragment: ["stukje", "piece"],
  feelingCount: ["{0}, {1} keer", "{0}, {1} times"],

  /* scores */
  reader: ["Lezer", "Reader"],
  readerN: ["Lezer {0}", "Reader {0}"],
  readers: ["Wie scoort", "Who scores"],
  addReader: ["Tweede lezer", "Second reader"],
  addReaderMore: ["Nog een lezer", "Another reader"],
  aReader: ["lezer", "reader"],
  agreed: ["Samen vastgesteld", "Agreed"],
  agreedHelp: [
    "Wat jullie na overleg kiezen. De scores van de lezers staan erbij.",
    "What you choose after consultation. The readers' scores stand beside it."],
  score: ["Score", "Score"],
  scoreOf: ["Score voor {0}", "Score for {0}"],
  na: ["niet te scoren", "cannot be scored"],
  clear: ["wis", "clear"],
  clearScore: ["Wis de score van {0}", "Clear the score of {0}"],
  listenFor: ["Waar je op let", "What to listen for"],
  quotes: ["Citaten", "Quotes"],
  quotePick: ["Citaat kiezen", "Choose a quote"],
  quotePickFor: ["Citaat kiezen voor {0}", "Choose a quote for {0}"],
  quoteType: ["Zelf typen", "Type it"],
  quoteTypeFor: ["Citaat zelf typen voor {0}", "Type it: a quote for {0}"],
  quoteUse: ["Als citaat bij deze schaal", "As a quote with this scale"],
  quoteFor: ["Citaat voor", "Quote for"],
  quoteHow: [
    "Selecteer een stuk van een antwoord, met de muis of met Shift en de pijltjes. Druk dan op de knop, of op Enter.",
    "Select a piece of an answer, with the mouse or with Shift and the arrows. Then press the button, or Enter."],
  quoteNoScale: [
    "Kies eerst bij Schalen waar het citaat bij hoort.",
    "First choose in Scales what the quote belongs to."],
  quoteAdded: ["Citaat toegevoegd bij {0}.", "Quote added to {0}."],
  quoteNothing: ["Selecteer eerst een stuk tekst.", "First select a piece of text."],
  edit: ["wijzig", "edit"],
  quoteEdit: ["Wijzig het citaat „{0}”", "Edit the quote “{0}”"],
  quoteRemove: ["Citaat „{0}” weghalen", "Take away the quote “{0}”"],
  quoteShow: ["Laat zien in het antwoord op {0}", "Show in the answer to {0}"],
  quoteNotFound: [
    "Dit citaat staat niet letterlijk in de antwoorden.",
    "This quote does not stand literally in the answers."],
  answersTitle: ["Antwoorden", "Answers"],
  answersNone: [
    "Nog geen antwoorden. Typ ze bij Drie woorden en Vragen.",
    "No answers yet. Type them at Three words and Questions."],
  answerTo: ["Antwoord op {0}", "Answer to {0}"],
  back: ["Terug naar {0}", "Back to {0}"],
  scoreReaders: ["Lezers: {0}", "Readers: {0}"],
  notScored: ["geen score", "no score"],

  item: ["Vraag {0}", "Item {0}"],
  clearItem: ["Wis vraag {0}", "Clear item {0}"],

  /* own accents */
  focusRules: ["Volgens de regels", "As the rules say"],
  focusNone: ["Geen", "None"],
  focusChoose: ["Zelf kiezen", "Choose"],
  focusHelp: [
    "Schalen die een grote kaart krijgen, om over door te praten.",
    "Scales that get a large card, to talk on about."],
  perScale: ["Per schaal", "Per scale"],

  /* messages */
  faultNone: ["Geen opmerkingen", "No remarks"],
  faultOne: ["1 fout", "1 fault"],
  faults: ["{0} fouten", "{0} faults"],
  remarkOne: ["1 opmerking", "1 remark"],
  remarks: ["{0} opmerkingen", "{0} remarks"],
  faultsTitle: ["Fouten en opmerkingen", "Faults and remarks"],
  faultsNone: [
    "Er is niets op te merken.", "There is nothing to remark on."],
  faultError: ["Fout", "Fault"],
  faultWarning: ["Let op", "Note"],
  faultNote: ["Ter overweging", "To consider"],
  onPaper: ["Op papier", "On paper"],
  close: ["Sluiten", "Close"],
  engineDown: [
    "Het programma liep vast en is opnieuw gestart. Wat je typte, is er nog.",
    "The program got stuck and was started again. What you typed is still here."],

  /* pages */
  layout: ["Verslag", "Report"],
  look: ["Weergave", "Appearance"],
  optLarge: ["Grote letters", "Large print"],
  optMono: ["Zonder kleur", "Without colour"],
  optAnonymise: ["Namen weglaten", "Leave out names"],
  optFillable: ["Invulbaar", "To type in"],
  optLang: ["Taal op papier", "Language on paper"],
  optLangAsFile: ["zoals het interview", "as the interview"],
  optNumbers: ["Cijfers tonen", "Show numbers"],
  optNumbersAsLayout: ["zoals bij dit verslag", "as this report does"],
  yes: ["ja", "yes"],
  no: ["nee", "no"],
  dutch: ["Nederlands", "Dutch"],
  english: ["Engels", "English"],
  page: ["Blad {0} van {1}", "Page {0} of {1}"],
  thumbs: ["Alle bladen", "All pages"],
  zoomIn: ["Groter", "Larger"],
  zoomOut: ["Kleiner", "Smaller"],
  pagesNone: ["Er zijn nog geen bladen.", "There are no pages yet."],
  pagesOld: ["Dit zijn de bladen van voor je laatste wijziging.",
    "These are the pages from before your last change."],

  /* files */
  files: ["Bewaren en openen", "Save and open"],
  filesSave: ["Bewaren", "Save"],
  saveInterview: ["Bewaar het interview", "Save the interview"],
  filesReports: ["Verslagen", "Reports"],
  saveReports: ["Bewaar deze verslagen", "Save these reports"],
  saveAll: ["Bewaar alles in één zip", "Save all in one zip"],
  saved: ["Bewaard bij je downloads: {0}", "Saved with your downloads: {0}"],
  notWritten: ["Het interview kan zo niet bewaard worden.",
    "The interview cannot be saved like this."],
  notMade: ["Dit rapport kan nog niet gemaakt worden.",
    "This report cannot be made yet."],
  filesOpen: ["Openen", "Open"],
  openFiles: ["Open bestanden", "Open files"],
  openFolder: ["Open een map met interviews", "Open a folder of interviews"],
  choose: ["Kies een interview uit de lijst.", "Choose an interview from the list."],
  nothingThere: ["Hier is geen interview bij.", "There is no interview here."],
  ownFiles: [
    "Je kunt bestanden ook op deze pagina slepen: interviews, en eigen regels, vormen of een logo.",
    "You can also drop files on this page: interviews, and rules, forms or a logo of your own."],
  taken: ["{0} is in gebruik.", "{0} is in use."],
  notTaken: ["{0} kan niet gebruikt worden.", "{0} cannot be used."],
  filesMore: ["En verder", "And more"],
  saveForms: ["Formulieren voor de pen", "Forms for pen"],
  licences: ["Licenties van wat erin zit", "Licences of what is in it"],
  draftKeep: ["Bewaar een concept op deze computer", "Keep a draft on this computer"],
  draftHelp: [
    "Dan staat wat je typt in deze browser, ook als je de pagina sluit. Wie deze computer gebruikt, kan het lezen. Zet dit alleen aan op je eigen computer.",
    "Then what you type is kept in this browser, also when you close the page. Whoever uses this computer can read it. Turn this on only on a computer of your own."],
  draftWipe: ["Wis het concept", "Wipe the draft"],
  draftGone: ["Er is geen concept meer op deze computer.",
    "There is no draft on this computer any more."],
  draftThere: ["Er staat een concept op deze computer.",
    "There is a draft on this computer."],
  draftOpen: ["Ga ermee verder", "Go on with it"],
};

let lang = 0;

export function setLanguage(code) {
  lang = Math.max(0, languages.indexOf(code));
}

export const language = () => languages[lang];

export function say(key, ...args) {
  const text = table[key][lang];

  return text.replace(/\{(\d)\}/g, (_, i) => String(args[Number(i)] ?? ""));
}
