import type { ReactNode } from "react";
import { pageUrl } from "../../edition/address.ts";
import { useWords } from "../../i18n/words.ts";
import "../../ui/button.css";
import "./listTools.css";

type Props = { tool: ReactNode; count: number | undefined; children: ReactNode };

/**
 * The tools of a list: one button, and the others behind "…", so that the page begins with its stories.
 * @param count of its stories, which a phone shows here: below the name it would take a line
 */
export function ListTools({ tool, count, children }: Props) {
  const words = useWords();
  return (
    <div className="list-tools">
      {tool}
      <details>
        <summary className="button quiet" aria-label={words.moreTools}>
          …
        </summary>
        <div className="tools-panel">{children}</div>
      </details>
      {count !== undefined && <small>{words.stories(count)}</small>}
    </div>
  );
}

/** @param path of the feed */
export function PodcastLink({ path }: { path: string }) {
  const words = useWords();
  return (
    <a className="more-link" href={pageUrl(path)}>
      {words.podcast}
    </a>
  );
}
