import type { ReactNode } from "react";
import { PageLink } from "../../ui/PageLink.tsx";
import { Icon } from "../../ui/Icon.tsx";
import "./letters.css";

type Way = { to: string; name: ReactNode };

/** The way from a month or a year to the one before and the one after it, and in between down to what it has. */
export function TimeNav({ label, previous, next, children }: { label: string; previous?: Way; next?: Way; children?: ReactNode }) {
  return (
    <nav className="letters calendar" aria-label={label}>
      <ul>
        {previous && (
          <li>
            <PageLink to={previous.to}>
              <Icon name="left" turns /> {previous.name}
            </PageLink>
          </li>
        )}
        {children}
        {next && (
          <li>
            <PageLink to={next.to}>
              {next.name} <Icon name="right" turns />
            </PageLink>
          </li>
        )}
      </ul>
    </nav>
  );
}
