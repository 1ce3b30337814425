import type { StateText } from "#content/edition/edition.ts";
import { TextLink } from "../ui/TextLink.tsx";

/** The paper's own text, in place of that of the interface. */
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
