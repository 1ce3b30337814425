import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lexQuery } from "static-search/query";
import { related } from "static-search/related";
import { type Hit, type Results, searchSchema } from "#content/search.ts";
import { useEdition } from "../../../edition/EditionContext.ts";
import { useSearchWords } from "../../../i18n/searchWords.ts";
import { isDamaged } from "../withDeviceFallback.ts";
import { forgetIndex, providerOf } from "../providerOf.ts";
import { rememberSearch } from "../recent/recentSearches.ts";
import type { SearchState } from "../searchAddress.ts";
import { SearchHit } from "../SearchHit.tsx";
import { useUnmuted } from "../useUnmuted.tsx";
import "../../../teasers/list.css";
import "./meaning.css";

type Props = { results: Results; state: SearchState };

/** Stories close in meaning to the query, whatever words they use, below the last hit. None are shown if the vectors fail to load. */
export function RelatedInMeaning({ results, state }: Props) {
  const words = useSearchWords();
  const found = useRelated(state.query);
  const known = new Set(results.hits.map(({ document }) => keyOf(document)));
  const [hits, mutedLine] = useUnmuted({ ...results, hits: found.filter(({ document }) => !known.has(keyOf(document))) });
  const has = hits.length > 0;
  return (
    <>
      {/* The number of hits was announced before, so these are announced too. The live region exists before its text. */}
      <p className="unseen" role="status">
        {has && `${words.relatedInMeaning}: ${words.stories(hits.length)}`}
      </p>
      {has && (
        <section className="meant" aria-labelledby="meant">
          <h2 className="label" id="meant">
            {words.relatedInMeaning}
          </h2>
          {mutedLine}
          <ol role="list" className="items">
            {hits.map(({ document }) => (
              <li key={keyOf(document)}>
                <SearchHit document={document} found={NONE} onOpen={() => rememberSearch(state.query)} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

/** No words are marked in hits that were not found by words. */
const NONE: string[] = [];

const keyOf = ({ slug, path }: Hit["document"]): string => path ?? slug;

function useRelated(query: string): Hit[] {
  const client = useQueryClient();
  const language = (useEdition()?.language ?? "").split("-")[0] ?? "";
  const text = plainWords(query);
  const { data = NO_HITS } = useQuery({
    retry: false,
    refetchOnReconnect: true,
    enabled: text !== "",
    queryKey: ["search", "meaning", text, language],
    queryFn: async ({ signal }) => {
      const ask = async () => {
        const provider = await providerOf(client);
        return (await provider.byVectors?.((index) => related(index, text, language), signal)) ?? [];
      };
      return ask().catch(async (error: unknown) => {
        signal.throwIfAborted();
        if (!isDamaged(error)) throw error;
        // Without TLS browsers have no Cache API.
        await forgetIndex(client).catch(() => undefined);
        return ask();
      });
    },
  });
  return data;
}

const NO_HITS: Hit[] = [];

/**
 * The words of a query, or none if the query excludes a word or uses a field: vectors respect neither, just as they
 * ignore filters.
 */
export function plainWords(query: string): string {
  const parts = lexQuery(query, searchSchema).lexemes.filter((lexeme) => lexeme.type === "part");
  if (parts.some(({ excluded, field }) => excluded || field !== undefined)) return "";
  return parts.map(({ text }) => text).join(" ");
}
