import type { ComponentProps, MouseEvent } from "react";
import { type To, useHref, useLinkClickHandler } from "react-router";
import { movesPages } from "./movesPages.ts";

type Props = Omit<ComponentProps<"a">, "href"> & { to: To; state?: unknown };

/**
 * A link to a page of this edition. The router takes plain clicks; everything else
 * stays the browser's. The router's own link brings forms and prefetching along,
 * which this app does not use or does in its own way.
 */
export function PageLink({ to, state, onClick, children, ...others }: Props) {
  const follow = useLinkClickHandler(to, { state, viewTransition: movesPages() });
  const click = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (!event.defaultPrevented) follow(event);
  };
  return (
    <a {...others} href={useHref(to)} onClick={click}>
      {children}
    </a>
  );
}
