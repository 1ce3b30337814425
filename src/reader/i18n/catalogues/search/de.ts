import { counting } from "../../plurals.ts";
import { isolated } from "../../isolated.ts";
import type { SearchWords } from "./en.ts";

const { counted } = counting("de");
const named = (name: string): string => isolated(name, "ltr");

/** What the search says, in German. */
export const searchDe: SearchWords = {
  searchFor: "Suchen nach",
  searchIntro: "Jeder Artikel dieser Zeitung, Wort für Wort.",
  howToSearch: "So wird gesucht",
  examplePhrase: '"tiefer Raum"',
  exampleWithout: "Tunnel -Bahn",
  exampleEither: "Riff OR Koralle",
  exampleTitle: "title:Feuer",
  helpPhrase: "Diese Wörter in dieser Reihenfolge",
  helpWithout: "Das erste ohne das zweite",
  helpEither: "Eines von beiden",
  helpTitle: "Ein Wort der Überschrift",
  helpTopic: "Ein Thema; ebenso place: (Ort) und author: (Autor)",
  helpSection: "Ein Ressort",
  helpLanguage: "Artikel in einer Sprache",
  helpAfter: "Ab diesem Monat; auch ein Tag oder ein Jahr geht",
  helpBefore: "Vor diesem Jahr",
  helpSpelling: "Fehlende Akzente und Tippfehler werden verziehen.",
  tryInstead: "Diese führen zu Artikeln",
  searchNeedsScript:
    "Die Suche läuft im Browser und braucht JavaScript, das ausgeschaltet ist. Artikel finden sich auch auf anderen Wegen:",
  searchTitle: (query: string) => `Suche: ${named(query)}`,
  searching: "Es wird gesucht",
  searchFailedTitle: "Die Suche wurde nicht geladen",
  searchFailedText: "Ein Teil des Verzeichnisses ist nicht angekommen. Bitte die Verbindung prüfen und es noch einmal versuchen.",
  filters: "Filter",
  filtersSet: (count: number) => counted(count, { other: "Filter (#)" }),
  removeFilter: "Filter entfernen",
  removeFilters: "Alle Filter entfernen",
  facet: (name: string, stories: string) => `${named(name)}, ${stories}`,
  foundOf: (found: string, all: string) => `${found} von ${all}`,
  foundAtLeast: (found: string) => `Mindestens ${found}`,
  sortBy: "Sortieren nach",
  bestMatch: "Beste Treffer",
  newestFirst: "Neueste",
  oldestHits: "Älteste",
  didYouMean: "Meinten Sie",
  noHits: (query: string) => `Kein Artikel zu „${named(query)}“ gefunden`,
  noHitsText: "Vielleicht helfen andere oder weniger Wörter.",
  noHitsFilters: "Es gibt Artikel, aber keiner passt zu den Filtern.",
  mutedHits: (count: number) => counted(count, { one: "# Artikel ist ausgeblendet", other: "# Artikel sind ausgeblendet" }),
  lastSearches: "Letzte Suchen",
  clearSearches: "Liste leeren",
  seeAllFound: (stories: string) => `Alle ansehen: ${stories}`,
  saveSearch: "Diese Suche speichern",
  searchSaved: "Suche gespeichert",
  filtersFailed: "Die Filter wurden nicht geladen.",
  noticeDate: (field: string, value: string) =>
    `${named(field)}: braucht ein Datum wie 2024-04-22, 2024-04 oder 2024; „${named(value)}“ ist keines.`,
  noticeValue: (field: string) => `${named(field)}: braucht etwas nach dem Doppelpunkt.`,
  noticeField: (field: string) => `${named(field)}: ist kein Suchfeld; gesucht wurde nach den Wörtern.`,
  noticeQuote: "Ein Anführungszeichen ist nicht geschlossen; die Wendung reicht bis zum Ende.",
  noticeOr: "OR braucht auf jeder Seite ein Wort.",
  noticeExcludedOr: "Ein Wort mit Minus kann keine Seite von OR sein; Artikel damit wurden weggelassen.",
  noticeExcludedInHeadline: "Jeder Artikel enthält ein Wort, das Sie ausgeschlossen haben; bei diesen steht es nicht im Titel.",
  noticeTooLong: (most: number) =>
    counted(most, { one: "Nur das erste Wort wurde gesucht.", other: "Nur die ersten # Wörter wurden gesucht." }),
  noticeNothing: "Es gibt kein Wort, nach dem gesucht werden kann.",
  noticeSubject: (field: string, value: string) => `Für ${named(field)}: gibt es nichts namens „${named(value)}“.`,
  noticeLanguage: (value: string) => `Kein Artikel ist in der Sprache „${named(value)}“.`,
  noticeWord: (word: string) => `Kein Artikel enthält das Wort „${named(word)}“.`,
  noticeCorrected: (from: string, to: string) => `Kein Artikel enthält „${named(from)}“; diese enthalten „${named(to)}“.`,
  noticeRelaxed: "Nicht alle Artikel enthalten alles davon; manche nur einen Teil.",
  noticeTooCommon: (phrase: string) =>
    `Die Wörter von „${named(phrase)}“ stehen in so vielen Artikeln, dass ihre Reihenfolge nicht verglichen wurde.`,
  noticeNotAll: "Die Wörter sind so häufig, dass nicht jeder Artikel gezählt wurde.",
  noticeOnDevice: (stories) =>
    counted(stories, {
      one: "Keine Verbindung. Durchsucht wurde nur der eine Artikel auf diesem Gerät.",
      other: "Keine Verbindung. Durchsucht wurden nur die # Artikel auf diesem Gerät.",
    }),
};
