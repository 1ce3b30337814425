import type { StateText } from "#content/edition/edition.ts";
import { TextLink } from "../ui/TextLink.tsx";

/** What the paper says in place of the reader's own words. */
export function OwnText({ text }: { text: StateText }) {
  return text.paragraphs.map((parts, place) => (
    <p key={place} className="standfirst">
      {parts.map(({ text: words, url }, at) =>
        url === undefined ? (
          words
        ) : (
          <TextLink key={at} url={url}>
            {words}
          </TextLink>
        ),
      )}
    </p>
  ));
}
