/** A notice about a search or its results. The page translates it; noticeText is the English. */
export type Notice =
  | { code: "dateNeeded"; field: string; value: string }
  | { code: "valueMissing"; field: string }
  | { code: "fieldUnknown"; field: string }
  | { code: "quoteOpen" }
  | { code: "orAlone" }
  | { code: "excludedOr" }
  | { code: "excludedInTitle" }
  | { code: "tooLong"; most: number }
  | { code: "nothingToFind" }
  | { code: "valueUnknown"; field: string; value: string }
  | { code: "languageUnknown"; value: string }
  | { code: "wordUnknown"; word: string }
  | { code: "corrected"; from: string; to: string }
  | { code: "relaxed"; all: number }
  | { code: "tooCommon"; phrase: string }
  | { code: "notAll" };

/** A notice as an English sentence. */
export function noticeText(notice: Notice): string {
  switch (notice.code) {
    case "dateNeeded":
      return `${notice.field}: needs a date such as 2024-04-22, 2024-04 or 2024; “${notice.value}” is not one.`;
    case "valueMissing":
      return `${notice.field}: needs something after the colon.`;
    case "fieldUnknown":
      return `${notice.field}: is not a field; its words were searched.`;
    case "quoteOpen":
      return "A quotation mark is not closed; the phrase was taken to run to the end.";
    case "orAlone":
      return "OR needs a word on each side.";
    case "excludedOr":
      return "A word with a minus cannot be one side of OR; documents with it were left out.";
    case "excludedInTitle":
      return "Every document has a word that you left out; these do not have it in their title.";
    case "tooLong":
      return `Only the first ${notice.most} words were searched.`;
    case "nothingToFind":
      return "There is no word to search for.";
    case "valueUnknown":
      return `There is no ${notice.field} “${notice.value}”.`;
    case "languageUnknown":
      return `No document is in the language “${notice.value}”.`;
    case "wordUnknown":
      return `No document has the word “${notice.word}”.`;
    case "corrected":
      return `No document has “${notice.from}”; these have “${notice.to}”.`;
    case "relaxed":
      return notice.all === 0
        ? "No document has all of this; these have some of it."
        : `All of this ${notice.all === 1 ? "is in one document" : `is in ${notice.all} documents`}; the others have most of it.`;
    case "tooCommon":
      return `The words of “${notice.phrase}” appear in so many documents that their order was not checked.`;
    case "notAll":
      return "The words are so common that not every document was counted.";
  }
}
