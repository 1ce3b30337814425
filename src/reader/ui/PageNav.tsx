import type { ReactNode } from "react";
import { useWords } from "../i18n/words.ts";
import { Icon } from "./Icon.tsx";
import { PageLink } from "./PageLink.tsx";
import "./pageNav.css";

type Target = { to: string; name: ReactNode };

/** A page in the row: a link, unless it is the page that is open. Without an address it is a gap. `label`: its name where that is only a number. */
export type PageStop = { name: ReactNode; to?: string; label?: string; isOpen?: boolean };

type Props = {
  previous?: Target | undefined;
  next?: Target | undefined;
  stops: PageStop[];
  /** State for the history entries, and what a press does besides. */
  state?: unknown;
  onOpen?: () => void;
};

/** Links to the pages of something long: lists, hits, the posts of a live blog. */
export function PageNav({ previous, next, stops, state, onOpen }: Props) {
  const words = useWords();
  return (
    <nav className="pages" aria-label={words.pages}>
      {previous && (
        <PageLink to={previous.to} rel="prev" state={state} onClick={onOpen}>
          <Icon name="left" turns />
          {previous.name}
        </PageLink>
      )}
      {stops.map(({ name, to, label, isOpen }, place) =>
        isOpen || to === undefined ? (
          <span key={place} aria-current={isOpen ? "page" : undefined}>
            {name}
          </span>
        ) : (
          <PageLink key={place} to={to} state={state} onClick={onOpen} aria-label={label}>
            {name}
          </PageLink>
        ),
      )}
      {next && (
        <PageLink to={next.to} rel="next" state={state} onClick={onOpen}>
          {next.name}
          <Icon name="right" turns />
        </PageLink>
      )}
    </nav>
  );
}
