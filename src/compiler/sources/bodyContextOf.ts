import { isPictureName } from "../draft/isPictureName.ts";
import { posix } from "node:path";
import type { BodyContext } from "../body/bodyContext.ts";
import type { SourceContext } from "./source.ts";

/**
 * How the body of a file is read. Links relative to the file become paths from
 * the content folder, which refining turns into the addresses of articles; a
 * link to a picture file becomes the picture's address. In the folder of a
 * paper, a link that leaves the folder begins with "/..".
 */
export function bodyContextOf(file: string, { settings, report, pictures, recordings, hasPages }: SourceContext): BodyContext {
  return {
    file,
    report,
    language: settings.language,
    place: (line) => `line ${line}`,
    picture: (reference) => pictures.find(reference, file),
    ...(recordings && {
      recordings: {
        find: (reference) => recordings.find(reference, file),
        cues: (reference) => recordings.cues(reference, file),
        mayLoad: (url) => settings.origins?.["media-src"]?.includes(new URL(url).origin) === true,
      },
    }),
    link: (href) => {
      if (/^(?:#|\/\/)/u.test(href)) return href;
      const found = isPictureName(href) ? pictures.find(href, file) : undefined;
      if (found && "picture" in found) return found.picture.url;
      return href.startsWith("/") ? href : fromRoot(href, file, hasPages === true);
    },
  };
}

function fromRoot(href: string, file: string, marksOutside: boolean): string {
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/su.exec(href) ?? [];
  if (path === "") return rest;
  const from = posix.join(posix.dirname(file), path);
  return (marksOutside && from.startsWith("../") ? `/${from}` : posix.join("/", from)) + rest;
}
