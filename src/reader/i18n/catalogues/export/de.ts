import { counting } from "../../plurals.ts";
import type { ExportWords } from "./en.ts";

const { counted } = counting("de");

/** What is said about taking a library along and bringing one in, in German. */
export const exportDe: ExportWords = {
  takeTitle: "Ihre Sammlung zum Mitnehmen",
  takeText: "Alles, was Sie gemerkt, abonniert, gelesen, markiert und notiert haben. Es gehört Ihnen; niemand sonst bekommt es.",
  headings: { saved: "Gemerkt", followed: "Was Sie verfolgen", search: "Gespeicherte Suchen", highlight: "Markierungen", read: "Verlauf" },
  asJson: "Alles als Datei, die sich anderswo einlesen lässt (JSON)",
  asHtml: "Alles als Seite zum Lesen (HTML)",
  asOpml: "Was Sie verfolgen, für einen Feedreader (OPML)",
  bringTitle: "Eine Sammlung einlesen",
  bringText: "Nichts, was hier ist, geht verloren. Was in beiden steht, bleibt in der späteren Fassung.",
  bringFile: "Datei einer Sammlung (JSON)",
  chooseFile: "Datei wählen",
  noFile: "Keine Datei gewählt",
  boundTitle: "Gemerkte Artikel, zusammengebunden",
  asBook: "Als E-Book (EPUB)",
  onPaper: "Auf Papier",
  gathering: "Die Artikel werden zusammengestellt.",
  bound: "Fertig.",
  storiesIn: (count) => counted(count, { one: "# Artikel", other: "# Artikel" }),
  storiesMissing: (count) =>
    counted(count, {
      one: "# Artikel war nicht zu bekommen und fehlt darin.",
      other: "# Artikel waren nicht zu bekommen und fehlen darin.",
    }),
  contents: "Inhalt",
  notALibrary: "Diese Datei ist keine Sammlung von Broadsheet oder stammt aus einer späteren Version. Nichts wurde geändert.",
  nothingNew: "Nichts darin war neu.",
  cameIn: (count) =>
    counted(count, {
      one: "# neuer Eintrag ist dazugekommen.",
      other: "# neue Einträge sind dazugekommen.",
    }),
  wereHere: (count) => counted(count, { one: "# Eintrag war schon hier.", other: "# Einträge waren schon hier." }),
  setAside: (count) => counted(count, { one: "# Eintrag wurde beiseitegelegt:", other: "# Einträge wurden beiseitegelegt:" }),
};
