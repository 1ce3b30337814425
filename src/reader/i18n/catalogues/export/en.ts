import { counting } from "../../plurals.ts";

const { counted } = counting("en");

/** What is said about taking a library along and bringing one in, in English. */
export const exportEn = {
  takeTitle: "Export your library",
  takeText: "Everything that you have saved, followed, read, highlighted and noted. It is yours; nobody else gets it.",
  headings: { saved: "Saved", followed: "What you follow", search: "Saved searches", highlight: "Highlights", read: "History" },
  asJson: "Everything, as a file to import elsewhere (JSON)",
  asHtml: "Everything, as a page to read (HTML)",
  asOpml: "What you follow, for a feed reader (OPML)",
  bringTitle: "Import a library",
  bringText: "Nothing here is lost. Where both have an entry, the later one stays.",
  bringFile: "Library file (JSON)",
  chooseFile: "Choose a file",
  noFile: "No file chosen",
  boundTitle: "Saved stories, bound together",
  asBook: "As an e-book (EPUB)",
  onPaper: "On paper",
  gathering: "The stories are being gathered.",
  bound: "Done.",
  storiesIn: (count: number) => counted(count, { one: "# story", other: "# stories" }),
  storiesMissing: (count: number) =>
    counted(count, {
      one: "# story could not be fetched and is not included.",
      other: "# stories could not be fetched and are not included.",
    }),
  contents: "Contents",
  notALibrary: "This file is not a Broadsheet library, or is from a later version. Nothing was changed.",
  nothingNew: "It contained nothing new.",
  cameIn: (count: number) => counted(count, { one: "# new entry was imported.", other: "# new entries were imported." }),
  wereHere: (count: number) => counted(count, { one: "# entry was already here.", other: "# entries were already here." }),
  setAside: (count: number) => counted(count, { one: "# entry was set aside:", other: "# entries were set aside:" }),
};

export type ExportWords = typeof exportEn;
