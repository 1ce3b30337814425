import type { ReactNode } from "react";
import { pageUrl } from "../../edition/address.ts";
import { useWords } from "../../i18n/words.ts";
import "../../ui/button.css";
import "./listTools.css";

/** The tools of a list: one button, and the others behind "…", so that the page begins with its stories. */
export function ListTools({ tool, children }: { tool: ReactNode; children: ReactNode }) {
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
