import type { ComponentProps, MouseEvent } from "react";
import { useNavigate } from "react-router";
import { pageUrl } from "../edition/address.ts";

type Props = Omit<ComponentProps<"a">, "href"> & {
  /** The page's path below the base of the edition, with a leading slash, and optionally a query and a fragment. */
  to: string;
  state?: unknown;
};

/**
 * A link to a page of this edition. The router handles plain clicks; everything else
 * is left to the browser. The router's own link resolves its address relative to its
 * route, twice for each link of a page; all links here begin at the base.
 */
export function PageLink({ to, state, onClick, children, ...others }: Props) {
  const navigate = useNavigate();
  const click = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || !isPlain(event)) return;
    event.preventDefault();
    void navigate(to, { state, replace: event.currentTarget.href === location.href, viewTransition: true });
  };
  return (
    <a {...others} href={pageUrl(to)} onClick={click}>
      {children}
    </a>
  );
}

/** Whether a click opens the page in this tab: not in a new tab or window, and not as a download. */
function isPlain({ button, metaKey, altKey, ctrlKey, shiftKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !altKey && !ctrlKey && !shiftKey;
}
