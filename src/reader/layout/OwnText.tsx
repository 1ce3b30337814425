import type { StateText } from "#content/edition.ts";
import { PageLink } from "../ui/PageLink.tsx";

/** What the paper says in place of the reader's own words. */
export function OwnText({ text }: { text: StateText }) {
  return text.paragraphs.map((parts, place) => (
    <p key={place} className="standfirst">
      {parts.map(({ text: words, url }, at) =>
        url === undefined ? (
          words
        ) : url.startsWith("/") ? (
          <PageLink key={at} to={url}>
            {words}
          </PageLink>
        ) : (
          <a key={at} href={url}>
            {words}
          </a>
        ),
      )}
    </p>
  ));
}
