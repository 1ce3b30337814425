import { counting } from "../../plurals.ts";
import { isolated } from "../../isolated.ts";
import type { LibraryWords } from "./en.ts";

const { counted } = counting("de");
const named = (name: string): string => isolated(name, "ltr");

/** What is said about the reader's library, in German. */
export const libraryDe: LibraryWords = {
  yourPages: "Ihre Seiten",
  withCount: (name, count) => `${name} (${count})`,
  libraryNeedsScript:
    "Was Ihnen gehört, liegt in Ihrem Browser, und um es zu zeigen, braucht es JavaScript, das ausgeschaltet ist. Das Lesen braucht es nicht.",
  nothingSaved:
    "Noch ist nichts gemerkt. „Merken“ neben einem Artikel behält ihn hier, mit seinen Bildern und auch zum Lesen ohne Verbindung.",
  allOffline: (stories) => `Alles ist auf diesem Gerät und lässt sich ohne Verbindung lesen: ${stories}.`,
  someOffline: (here, all) => `${here} von ${all} Artikeln lassen sich ohne Verbindung lesen.`,
  keepOffline: "Zum Lesen ohne Verbindung behalten",
  removeWhenRead: "Nach dem Lesen entfernen",
  savedAt: (date) => `Gemerkt am ${date}`,
  savedToday: "Heute gemerkt",
  readSoFar: "Bisher gelesen",
  minutesLeft: (count) => counted(count, { other: "noch # Min." }),
  remove: "Entfernen",
  removeOf: (name) => `„${named(name)}“ entfernen`,
  removed: (name) => `Entfernt: ${named(name)}`,
  nowSaved: "Auf diesem Gerät gemerkt",
  listenToAll: "Alle anhören",
  showMore: "Mehr zeigen",
  options: "Optionen",
  findWords: "Wörter finden",
  noneWithWords: "Nichts hier hat diese Wörter.",
  continueReading: "Weiterlesen",
  stoppedAt: (paragraph, count) => `Sie haben bei Absatz ${paragraph} von ${count} aufgehört.`,
  goOn: "Weiter",
  nothingFollowed:
    "Sie folgen noch nichts. „Folgen“ auf der Seite eines Themas, Ressorts, Autors oder Ortes bringt dessen neue Artikel hierher.",
  newCount: (count) => counted(count, { other: "# neu" }),
  newCountMore: (count) => counted(count, { other: "mehr als # neu" }),
  newSinceVisit: "Neu seit Ihrem letzten Besuch",
  savedSearches: "Gespeicherte Suchen",
  nothingNewSince: "Seit Ihrem letzten Besuch ist nichts Neues erschienen.",
  earlierStories: "Früher",
  followed: "Wem und was Sie folgen",
  stopFollowing: "Nicht mehr folgen",
  nowFollowed: (name) => `Sie folgen: ${named(name)}`,
  noLonger: (name) => `Sie folgen nicht mehr: ${named(name)}`,
  nowMuted: (name) => `Ausgeblendet: ${named(name)}`,
  noLongerMuted: (name) => `Wieder zu sehen: ${named(name)}`,
  hiddenStory: (name) => `Verborgen: ${named(name)}`,
  mutedIntro: "Artikel dazu sind in Listen, auf der Titelseite und in der Suche verborgen; dort lassen sie sich doch noch zeigen.",
  unmute: "Wieder zeigen",
  nothingHighlighted: "Sie haben noch nichts markiert. Wählen Sie in einem Artikel Wörter aus und dann eine Farbe.",
  copy: "Kopieren",
  copyAll: "Alle kopieren",
  notCopied: "Der Browser ließ das Kopieren nicht zu",
  editNote: "Notiz ändern",
  done: "Fertig",
  exportOwn: "Exportieren",
  copyOf: (name) => `„${named(name)}“ kopieren`,
  passageMoved: "Diese Worte stehen nicht mehr im Artikel oder nicht mehr an ihrem Ort.",
  historyIntro:
    "Die Artikel, die Sie geöffnet haben. Sie bleiben auf diesem Gerät, sofern Sie Ihre Sammlung nicht mit einem Konto abgleichen.",
  keepHistory: "Verlauf führen",
  historyPaused: "Der Verlauf ruht. Was Sie jetzt öffnen, wird nicht vermerkt.",
  nothingRead: "Sie haben noch keinen Artikel geöffnet, oder der Verlauf wurde geleert.",
  clearHistory: "Verlauf leeren",
  historyCleared: "Der Verlauf ist geleert",
  trouble: {
    denied:
      "Dieser Browser behält für diese Seite nichts, wie in manchen privaten Fenstern. Was Sie sich merken, bleibt, bis Sie sie schließen.",
    full: "Auf diesem Gerät ist kein Platz mehr. Was Sie jetzt ändern, bleibt, bis Sie die Seite schließen; entfernen Sie etwas, dann wird es wieder behalten.",
    lost: "Der Browser hat weggenommen, was er für diese Seite behielt. Was Sie hier sehen, bleibt, bis Sie sie schließen; laden Sie die Seite neu, um wieder zu beginnen.",
  },
};
