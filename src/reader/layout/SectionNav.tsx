import { useLocation } from "react-router";
import type { Edition } from "#content/edition/edition.ts";
import type { LinkGroup, NamedLink } from "#content/menu.ts";
import { subjectPath } from "#content/paths.ts";
import { useWords } from "../i18n/words.ts";
import { TextLink } from "../ui/TextLink.tsx";
import { useNavigationOf } from "./pageLinks.ts";

type Props = { edition: Edition; current: string | undefined };

/** The paper's own navigation, or else its sections in order; the current one is marked. */
export function SectionNav({ edition, current }: Props) {
  const words = useWords();
  const { pathname } = useLocation();
  const items = useNavigationOf(edition);
  if (items.length === 0) return null;
  const own = current === undefined ? pathname : subjectPath("section", current);
  return (
    <nav className="sections" aria-label={words.sections}>
      <ul className="page">
        {items.map((item) => (
          <li key={item.name}>{"items" in item ? <Group key={pathname} group={item} own={own} /> : <Entry link={item} own={own} />}</li>
        ))}
      </ul>
    </nav>
  );
}

function Entry({ link: { url, name }, own }: { link: NamedLink; own: string }) {
  return (
    <TextLink url={url} own dir="auto" aria-current={url === own ? "page" : undefined}>
      {name}
    </TextLink>
  );
}

/** A group that opens without a script, one at a time. It is marked while it is closed too, if the page is in it. */
function Group({ group: { name, items }, own }: { group: LinkGroup; own: string }) {
  return (
    <details name="navigation">
      <summary dir="auto" aria-current={items.some(({ url }) => url === own) || undefined}>
        {name}
      </summary>
      <ul className="page">
        {items.map((link) => (
          <li key={link.url}>
            <Entry link={link} own={own} />
          </li>
        ))}
      </ul>
    </details>
  );
}
