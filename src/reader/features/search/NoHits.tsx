import type { ReactNode } from "react";
import { useQueries, useQueryClient } from "@tanstack/react-query";
import { type Notice, type Results, searchSchema } from "#content/search.ts";
import { PageLink } from "../../ui/PageLink.tsx";
import { useSearchWords } from "../../i18n/searchWords.ts";
import { foundText } from "./foundText.ts";
import { NearbySubjects } from "./NearbySubjects.tsx";
import { noticeWords } from "./noticeWords.ts";
import { withDeviceFallback } from "./withDeviceFallback.ts";
import { SaveSearch } from "./SaveSearch.tsx";
import { searchAddress, type SearchState } from "./searchAddress.ts";
import { type Lexeme, lexQuery } from "static-search/query";

/** Whether a query finds nothing even without filters: then there is nothing to filter. */
export const isEmpty = ({ total, unfiltered }: Results): boolean => total === 0 && unfiltered === 0;

/** Shown in place of hits: that there are none, why, if that is known, and other searches that do find stories. */
export function NoHits({ results, state, children }: { results: Results; state: SearchState; children: ReactNode }) {
  const words = useSearchWords();
  const looser = useLooser(results.suggestions, state);
  return (
    <section className="none" aria-labelledby="found">
      <h2 id="found" tabIndex={-1}>
        {words.noHits(state.query)}
      </h2>
      {results.notices.filter(saysMore).map((notice) => (
        <p key={JSON.stringify(notice)} className="said">
          {noticeWords(notice, words)}
        </p>
      ))}
      {looser.length > 0 ? (
        <div className="examples">
          <h3 className="label">{words.tryInstead}</h3>
          <ul role="list">
            {looser.map(({ query, found }) => (
              <li key={query}>
                <PageLink to={searchAddress({ ...state, query, page: 1 })} dir="auto" data-stop="">
                  {query}
                </PageLink>{" "}
                {found && <span className="hint">{foundText(found, words)}</span>}
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p>{words.noHitsText}</p>
      )}
      {children}
      <SaveSearch state={state} />
      <NearbySubjects />
    </section>
  );
}

/** "No story was found" already says that no story has a word. */
const saysMore = ({ code }: Notice): boolean => code !== "wordUnknown" && code !== "relaxed";

/** The suggestions of the answer, and looser queries. Those were tried, so that none of them leads to nothing again. */
function useLooser(suggestions: string[], { query }: SearchState): { query: string; found?: Results }[] {
  const client = useQueryClient();
  const candidates = looserQueries(query).filter((other) => !suggestions.includes(other));
  const answers = useQueries({
    queries: candidates.map((other) => {
      const options = { filters: {}, sort: "relevance", page: 1, typing: false } as const;
      return {
        retry: false,
        queryKey: ["search", "results", other, options],
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          withDeviceFallback(client, (provider) => provider.search(other, options, signal), signal),
      };
    }),
  });
  const found = candidates.flatMap((other, at) => {
    const results = answers[at]?.data;
    return results && results.total > 0 ? [{ query: other, found: results }] : [];
  });
  return [...suggestions.map((other) => ({ query: other })), ...found];
}

type Part = Extract<Lexeme, { type: "part" }>;

/** The maximum number of looser queries to offer. */
const MOST = 4;

/** Queries that are looser than this one: without its exclusions, its quotation marks, its fields, and each of its words alone. */
export function looserQueries(query: string): string[] {
  const parts = lexQuery(query, searchSchema).lexemes.filter((lexeme): lexeme is Part => lexeme.type === "part" && lexeme.text !== "");
  const wanted = parts.filter(({ excluded }) => !excluded);
  const loose = wanted.map((part) => ({ ...part, quoted: false }));
  const bare = loose.map((part) => ({ ...part, field: undefined }));
  const alone = bare.flatMap(({ text }) => text.split(/\s+/u)).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const candidates = [written(wanted), written(loose), written(bare), ...alone.toSorted((a, b) => b.length - a.length)];
  return [...new Set(candidates)].filter((other) => other !== "" && other !== query.trim()).slice(0, MOST);
}

function written(parts: Part[]): string {
  return parts.map(({ field, text, quoted }) => `${field ? `${field}:` : ""}${quoted ? `"${text}"` : text}`).join(" ");
}
