import type { ComponentProps, MouseEvent } from "react";
import { useNavigate } from "react-router";
import { pageUrl } from "../edition/address.ts";

type Props = Omit<ComponentProps<"a">, "href"> & {
  /** The page's path below the base of the edition, with a slash at its beginning, and what follows a path. */
  to: string;
  state?: unknown;
};

/**
 * A link to a page of this edition. The router takes plain clicks; everything else
 * stays the browser's. The router's own link resolves its address from the route
 * that it stands in, twice for each link of a page; all of ours begin at the base.
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

/** Whether the reader wants to go there, and here: not in a new tab or window, and not to keep the page. */
function isPlain({ button, metaKey, altKey, ctrlKey, shiftKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !altKey && !ctrlKey && !shiftKey;
}
