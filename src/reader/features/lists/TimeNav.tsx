import type { ReactNode } from "react";
import { PageLink } from "../../ui/PageLink.tsx";
import { Icon } from "../../ui/Icon.tsx";
import "./letters.css";

type Target = { to: string; name: ReactNode };

/** Links from a month or a year to the previous and the next one. @param children links to its own parts, between those two */
export function TimeNav({ label, previous, next, children }: { label: string; previous?: Target; next?: Target; children?: ReactNode }) {
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
