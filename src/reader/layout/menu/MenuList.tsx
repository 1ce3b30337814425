import { useId } from "react";
import { useLocation } from "react-router";
import type { NamedLink } from "#content/menu.ts";
import { TextLink } from "../../ui/TextLink.tsx";

type Props = { title: string; links: NamedLink[] };

/** One group of links in the menu; nothing if it is empty. */
export function MenuList({ title, links }: Props) {
  const heading = useId();
  const { pathname } = useLocation();
  if (links.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading}>{title}</h3>
      <ul>
        {links.map(({ url, name }) => (
          <li key={url}>
            <TextLink url={url} own aria-current={url === pathname ? "page" : undefined}>
              <bdi>{name}</bdi>
            </TextLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
