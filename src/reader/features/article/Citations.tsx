import type { Citation } from "#content/article.ts";
import { useWords } from "../../i18n/words.ts";
import { useLanguages } from "../../i18n/TextLanguage.ts";
import { TextLink } from "../../ui/TextLink.tsx";
import "./citations.css";

/** The sources by which the story's statements can be checked. */
export function Citations({ citations }: { citations: Citation[] }) {
  const words = useWords();
  const { ours } = useLanguages();
  if (citations.length === 0) return null;
  return (
    <section className="citations" aria-labelledby="citations">
      <h2 className="label" id="citations">
        <span {...ours}>{words.citations}</span>
      </h2>
      <ul>
        {citations.map(({ title, url }) => (
          <li key={title}>
            <bdi>{url ? <TextLink url={url}>{title}</TextLink> : title}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
