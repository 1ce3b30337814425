import type { Notice } from "#content/search.ts";
import type { EverySearchWord } from "../../i18n/searchWords.ts";

/** A notice of a search, as a sentence in the edition's language. */
export function noticeWords(notice: Notice, words: EverySearchWord): string {
  switch (notice.code) {
    case "dateNeeded":
      return words.noticeDate(notice.field, notice.value);
    case "valueMissing":
      return words.noticeValue(notice.field);
    case "fieldUnknown":
      return words.noticeField(notice.field);
    case "quoteOpen":
      return words.noticeQuote;
    case "orAlone":
      return words.noticeOr;
    case "excludedOr":
      return words.noticeExcludedOr;
    case "excludedInTitle":
      return words.noticeExcludedInHeadline;
    case "tooLong":
      return words.noticeTooLong(notice.most);
    case "nothingToFind":
      return words.noticeNothing;
    case "valueUnknown":
      return words.noticeSubject(notice.field, notice.value);
    case "languageUnknown":
      return words.noticeLanguage(notice.value);
    case "wordUnknown":
      return words.noticeWord(notice.word);
    case "corrected":
      return words.noticeCorrected(notice.from, notice.to);
    case "relaxed":
      return words.noticeRelaxed;
    case "tooCommon":
      return words.noticeTooCommon(notice.phrase);
    case "notAll":
      return words.noticeNotAll;
    case "onDevice":
      return words.noticeOnDevice(notice.stories);
  }
}
