import { Link, type LinkProps } from "react-router";
import { movesPages } from "./movesPages.ts";

/** A link to a page of this edition. The router takes plain clicks; everything else stays the browser's. */
export function PageLink(props: LinkProps) {
  // Without "none" the router marks every link for a route discovery that this app does not have.
  return <Link discover="none" viewTransition={movesPages()} {...props} />;
}
