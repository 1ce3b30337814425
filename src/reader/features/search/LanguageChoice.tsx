import type { LanguageEdition } from "#content/edition/languageEdition.ts";
import { useSearchWords } from "../../i18n/searchWords.ts";
import type { SearchState } from "./searchAddress.ts";
import "../../styles/forms.css";

type Props = { editions: LanguageEdition[]; state: SearchState; go: (state: SearchState) => void };

/** The operator of the query language. */
const IN_LANGUAGE = /(?:^|\s+)lang:([a-z-]+)(?=\s|$)/giu;

/** The choice of a language to search in, or all. It is part of the query, so that addresses and saved searches contain it too. */
export function LanguageChoice({ editions, state, go }: Props) {
  const words = useSearchWords();
  const [, chosen = ""] = new RegExp(IN_LANGUAGE, "iu").exec(state.query) ?? [];
  const choose = (language: string) => {
    const query = state.query.replace(IN_LANGUAGE, "").trim();
    go({ ...state, page: 1, query: language === "" ? query : `${query} lang:${language}`.trim() });
  };
  return (
    <p className="result-bar">
      <label>
        {words.searchLanguage}
        <select value={chosen.toLowerCase()} onChange={({ target }) => choose(target.value)}>
          <option value="">{words.allLanguages}</option>
          {editions.map(({ language }) => (
            <option key={language} value={language.toLowerCase()} lang={language}>
              {new Intl.DisplayNames([language], { type: "language" }).of(language)}
            </option>
          ))}
        </select>
      </label>
    </p>
  );
}
