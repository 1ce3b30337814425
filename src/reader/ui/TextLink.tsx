import type { ComponentProps } from "react";
import { fileUrl } from "../edition/address.ts";
import { PageLink } from "./PageLink.tsx";

/** A link that the paper wrote: inside the app where it leads to a page of this edition, the browser's own elsewhere. */
export function TextLink({ url, children, ...others }: { url: string } & Omit<ComponentProps<"a">, "href">) {
  if (!url.startsWith("/"))
    return (
      <a {...others} href={url}>
        {children}
      </a>
    );
  if (isFile(url))
    return (
      <a {...others} href={fileUrl(url)}>
        {children}
      </a>
    );
  return (
    <PageLink {...others} to={url}>
      {children}
    </PageLink>
  );
}

/** Pages have clean addresses; what has an ending is a file to be opened by the browser. */
function isFile(url: string): boolean {
  return /\.[a-z0-9]{2,5}(?:[?#]|$)/iu.test(url);
}
