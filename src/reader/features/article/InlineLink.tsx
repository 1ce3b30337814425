import type { ReactNode } from "react";
import { fileUrl } from "../../edition/address.ts";
import { PageLink } from "../../ui/PageLink.tsx";

/** A link in a text: inside the app where it leads to a page of this edition, the browser's own elsewhere. */
export function InlineLink({ url, children }: { url: string; children: ReactNode }) {
  if (!url.startsWith("/")) return <a href={url}>{children}</a>;
  if (isFile(url)) return <a href={fileUrl(url)}>{children}</a>;
  return <PageLink to={url}>{children}</PageLink>;
}

/** Pages have clean addresses; what has an ending is a file to be opened by the browser. */
function isFile(url: string): boolean {
  return /\.[a-z0-9]{2,5}(?:[?#]|$)/iu.test(url);
}
