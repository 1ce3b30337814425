import { counting } from "../counted.ts";

const { counted } = counting("en");

/** What is said about taking a library along and bringing one in, in English. */
export const takeoutEn = {
  takeTitle: "Your library, to take along",
  takeText: "Everything that you have saved, followed, read, highlighted and noted. It is yours; nobody else gets it.",
  headings: { saved: "Saved", followed: "What you follow", search: "Saved searches", highlight: "Highlights", read: "History" },
  asJson: "Everything, as a file to bring in elsewhere (JSON)",
  asHtml: "Everything, as a page to read (HTML)",
  asOpml: "What you follow, for a feed reader (OPML)",
  bringTitle: "Bring a library in",
  bringText: "Nothing that is here is lost. Where both have something, the later of the two stays.",
  bringFile: "File of a library (JSON)",
  chooseFile: "Choose a file",
  noFile: "No file chosen",
  boundTitle: "Saved stories, bound together",
  asBook: "As an e-book (EPUB)",
  onPaper: "On paper",
  gathering: "The stories are being gathered.",
  bound: "Done.",
  storiesIn: (count: number) => counted(count, { one: "# story", other: "# stories" }),
  storiesMissing: (count: number) =>
    counted(count, { one: "# story could not be had and is not in it.", other: "# stories could not be had and are not in it." }),
  contents: "Contents",
  notALibrary: "This file is no library of Broadsheet, or of a later version. Nothing was changed.",
  nothingNew: "Nothing in it was new.",
  cameIn: (count: number) => counted(count, { one: "# new entry came in.", other: "# new entries came in." }),
  wereHere: (count: number) => counted(count, { one: "# entry was here already.", other: "# entries were here already." }),
  setAside: (count: number) => counted(count, { one: "# entry was set aside:", other: "# entries were set aside:" }),
};

export type TakeoutWords = typeof takeoutEn;
