import type { ComponentProps } from "react";
import { inEdition } from "#content/edition/editions.ts";
import { address, fileUrl } from "../edition/address.ts";
import { useEdition } from "../edition/EditionContext.ts";
import { PageLink } from "./PageLink.tsx";
import { useIsSponsored } from "./SponsoredContext.ts";

type Props = Omit<ComponentProps<"a">, "href"> & {
  /** A full address, or a path in the site. */
  url: string;
  /** Whether the path is one in this edition, as in menus. */
  own?: boolean;
  state?: unknown;
};

/** A link that the paper wrote: the app handles it if it leads to a page of this edition, the browser if not. */
export function TextLink({ url, own, children, state, ...others }: Props) {
  const { editions = [] } = useEdition() ?? {};
  const { edition, path } = inEdition(own ? [] : editions, url);
  const isSponsored = useIsSponsored();
  const isElsewhere = edition !== undefined && edition.prefix !== address().prefix;
  if (isElsewhere || !url.startsWith("/") || isFile(url))
    return (
      <a {...others} href={fileUrl(url)} target={isElsewhere ? "_self" : undefined} rel={isSponsored ? "sponsored" : others.rel}>
        {children}
      </a>
    );
  return (
    <PageLink {...others} to={path} state={state}>
      {children}
    </PageLink>
  );
}

/** Pages have clean addresses; one with a file extension is a file for the browser to open. */
function isFile(url: string): boolean {
  return /^[^?#]*\.[a-z0-9]{2,5}(?:[?#]|$)/iu.test(url);
}
