import type { Citation } from "#content/article.ts";
import { useWords } from "../words/words.ts";
import { InlineLink } from "./InlineLink.tsx";
import "./citations.css";

/** Where the story's statements can be checked. */
export function Citations({ citations }: { citations: Citation[] }) {
  const words = useWords();
  if (citations.length === 0) return null;
  return (
    <section className="citations" aria-labelledby="citations">
      <h2 id="citations">{words.citations}</h2>
      <ul>
        {citations.map(({ title, url }) => (
          <li key={title}>{url ? <InlineLink url={url}>{title}</InlineLink> : title}</li>
        ))}
      </ul>
    </section>
  );
}
