import { counting } from "../../plurals.ts";
import type { OfflineWords } from "./en.ts";

const { counted, size } = counting("de");

/** What is said about reading without a connection, about new versions and new stories, in German. */
export const offlineDe: OfflineWords = {
  size,
  onThisDevice: "Auf diesem Gerät",
  offlineTitle: "Sie sind offline. Das haben Sie bei sich",
  offlineText: "Was hier steht, lässt sich ohne Verbindung öffnen. Alles andere lädt von selbst, sobald die Verbindung wieder da ist.",
  onDeviceText:
    "Was hier steht, lässt sich ohne Verbindung öffnen: Artikel, die Sie geöffnet oder behalten haben, und einige, die vorab geladen wurden.",
  nothingOnDevice: "Hier ist noch nichts. Artikel, die Sie öffnen, bleiben auch ohne Verbindung lesbar.",
  onDeviceNeedsScript:
    "Was auf diesem Gerät liegt, kann nur JavaScript sagen, und das ist ausgeschaltet. Diese Seiten lassen sich auch ohne lesen:",
  fromDevice: (time) => `Keine Verbindung. Sie sehen, was auf diesem Gerät ist, Stand ${time}.`,
  fromDeviceSlow: (time) => `Der Server antwortet nicht. Sie sehen, was auf diesem Gerät ist, Stand ${time}.`,
  storiesOnDevice: "Artikel",
  listsOnDevice: "Seiten",
  keptByYou: "Von Ihnen behalten",
  spaceUsed: (size) => `Auf diesem Gerät sind ${size} belegt.`,
  removeAll: "Alles entfernen",
  keepEdition: "Die ganze Ausgabe offline behalten",
  keepStories: "Diese Artikel offline behalten",
  keepIntro: "Sie lassen sich dann ohne Verbindung lesen, mit ihren Bildern.",
  keepSize: (stories, size) => `${stories}, etwa ${size}`,
  keepRoom: (size) => `Auf diesem Gerät ist Platz für ${size}.`,
  keepNewest: (stories) => `Für alle reicht der Platz nicht. Behalten werden die neuesten: ${stories}.`,
  keepStart: "Auf diesem Gerät behalten",
  keepResume: "Fortsetzen",
  keepOf: (done, all) => `${done} von ${all} Artikeln`,
  keepEditionIntro:
    "Dann lassen sich alle Artikel mit ihren Bildern ohne Verbindung lesen und die Titelseite, alle Listen, Themen, Orte, Autoren und das Archiv öffnen. Die Suche geht durch die Artikel.",
  keepEditionDone: "Alle Artikel, Listen, Verzeichnisse und das Archiv liegen auf diesem Gerät.",
  keepBegun: "Die Artikel werden geholt.",
  keepDone: "Alles ist auf diesem Gerät.",
  keepFailed: "Nicht alles ist angekommen. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.",
  keepRemove: "Von diesem Gerät entfernen",
  updateReady: "Eine neue Version dieser Zeitung ist bereit",
  reload: "Neu laden",
  newStories: (count) => counted(count, { one: "# neuer Artikel", other: "# neue Artikel" }),
  newStoriesAtLeast: (count) => counted(count, { other: "Mehr als # neue Artikel" }),
  storyUpdated: "Dieser Artikel wurde aktualisiert",
  show: "Zeigen",
  changedSince: (date) => `Dieser Artikel wurde geändert, seit Sie ihn am ${date} gelesen haben.`,
  showChanges: "Änderungen zeigen",
  hideChanges: "Änderungen ausblenden",
  whatChanged: "Was sich geändert hat",
  searchOffline: "Sie sind offline, und dieser Teil des Registers ist nicht auf diesem Gerät.",
};
