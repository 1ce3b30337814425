import { useState } from "react";
import type { Block } from "#content/blocks/block.ts";
import { useLanguages } from "../../i18n/TextLanguage.ts";
import { useWords } from "../../i18n/words.ts";
import "./embed.css";

/**
 * Third-party content, such as a video or a post. Nothing is requested from the
 * provider, and so it does not learn of the reader, before a click. Without JavaScript a link leads to it.
 */
export function Embed({ embed }: { embed: Extract<Block, { type: "embed" }> }) {
  const words = useWords();
  const { ours, theirs } = useLanguages();
  const [loaded, setLoaded] = useState(false);
  const title = embed.title ?? words.embedOf(embed.provider);
  if (loaded && embed.frame) {
    return (
      <iframe
        className="embed-frame"
        src={embed.frame}
        title={title}
        width={embed.width ?? 640}
        height={embed.height ?? 360}
        allow="fullscreen; picture-in-picture"
        sandbox="allow-scripts allow-same-origin allow-popups allow-presentation"
        referrerPolicy="strict-origin-when-cross-origin"
      />
    );
  }
  return (
    <div className="embed" {...ours}>
      <b {...(embed.title && theirs)}>{title}</b>
      <p>{words.embedConsent(embed.provider)}</p>
      <p className="bar">
        {embed.frame && (
          <button className="button quiet needs-script" type="button" onClick={() => setLoaded(true)}>
            {words.embedLoad}
          </button>
        )}
        <a className="more-link" href={embed.url}>
          {words.embedFrom(embed.provider)}
        </a>
      </p>
    </div>
  );
}
