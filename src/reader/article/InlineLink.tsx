import type { ReactNode } from "react";
import { Link } from "react-router";
import { fileUrl } from "../address.ts";

/** A link in a text: inside the app where it leads to a page of this edition, the browser's own elsewhere. */
export function InlineLink({ url, children }: { url: string; children: ReactNode }) {
  if (!url.startsWith("/")) return <a href={url}>{children}</a>;
  if (isFile(url)) return <a href={fileUrl(url)}>{children}</a>;
  return <Link to={url}>{children}</Link>;
}

/** Pages have clean addresses; what has an ending is a file to be opened by the browser. */
function isFile(url: string): boolean {
  return /\.[a-z0-9]{2,5}(?:[?#]|$)/iu.test(url);
}
