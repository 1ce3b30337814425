import { isPictureName } from "../draft/isPictureName.ts";
import { posix } from "node:path";
import type { BodyContext } from "../body/bodyContext.ts";
import type { SourceContext } from "./source.ts";

/**
 * How the body of a file is read: links relative to the file become paths from
 * the content folder, which refining turns into the addresses of articles; a
 * link to a picture leads to the picture.
 */
export function bodyContextOf(file: string, { report, pictures }: SourceContext): BodyContext {
  return {
    file,
    report,
    place: (line) => `line ${line}`,
    picture: (reference) => pictures.find(reference, file),
    link: (href) => {
      if (/^(?:#|\/\/)/u.test(href)) return href;
      const found = isPictureName(href) ? pictures.find(href, file) : undefined;
      if (found && "picture" in found) return found.picture.url;
      return href.startsWith("/") ? href : fromRoot(href, file);
    },
  };
}

function fromRoot(href: string, file: string): string {
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/su.exec(href) ?? [];
  return path === "" ? rest : posix.join("/", posix.dirname(file), path) + rest;
}
