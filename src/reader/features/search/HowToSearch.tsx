import { useEdition } from "../../edition/EditionContext.ts";
import { PageLink } from "../../ui/PageLink.tsx";
import { useSearchWords } from "../../i18n/searchWords.ts";
import { searchAddress } from "./searchAddress.ts";

/** The query syntax, folded, each part with an example that can be tried at once. */
export function HowToSearch() {
  const words = useSearchWords();
  const edition = useEdition();
  const [topic] = edition?.trending ?? [];
  const [section] = edition?.sections ?? [];
  const [, language] = edition?.editions?.map((each) => each.language) ?? edition?.languages ?? [];
  const ways: [example: string, meaning: string][] = [
    [words.examplePhrase, words.helpPhrase],
    [words.exampleWithout, words.helpWithout],
    [words.exampleEither, words.helpEither],
    [words.exampleTitle, words.helpTitle],
    ...(topic ? [[named("topic", topic.name), words.helpTopic] satisfies [string, string]] : []),
    ...(section ? [[named("section", section.name), words.helpSection] satisfies [string, string]] : []),
    ...(language === undefined ? [] : [[`lang:${language}`, words.helpLanguage] satisfies [string, string]]),
    ["after:2024-03", words.helpAfter],
    ["before:2020", words.helpBefore],
  ];
  return (
    <section className="examples" aria-labelledby="how-to">
      <details>
        <summary id="how-to">{words.howToSearch}</summary>
        <dl>
          {ways.map(([query, meaning]) => (
            <div key={query}>
              <dt>
                <PageLink to={searchAddress({ query, filters: {}, sort: "relevance", page: 1 })} data-stop="">
                  <bdi translate={OPERATOR.test(query) ? "no" : undefined}>{query}</bdi>
                </PageLink>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <p className="hint">{words.helpSpelling}</p>
      </details>
    </section>
  );
}

/** Field names belong to the query language, and are the same in every language of the paper. */
const OPERATOR = /^[a-z]+:/u;

const named = (field: string, name: string): string => `${field}:${/\s/u.test(name) ? `"${name}"` : name}`;
