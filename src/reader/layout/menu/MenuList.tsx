import { useId } from "react";
import { useLocation } from "react-router";
import { PageLink } from "../../ui/PageLink.tsx";

type Props = { title: string; links: { path: string; name: string }[] };

/** One group of the menu. Nothing where the edition has none. */
export function MenuList({ title, links }: Props) {
  const heading = useId();
  const { pathname } = useLocation();
  if (links.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading}>{title}</h3>
      <ul>
        {links.map(({ path, name }) => (
          <li key={path}>
            <PageLink to={path} aria-current={path === pathname ? "page" : undefined}>
              <bdi>{name}</bdi>
            </PageLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
