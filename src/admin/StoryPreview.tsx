import type { CustomPreviewTemplateProps } from "@sveltia/cms";
import { showLeadPicture } from "./leadPicture.ts";

/** A story rendered with the elements and classes of its page, so that the reader's own styles apply. */
export function StoryPreview({ entry, getAsset, widgetFor }: CustomPreviewTemplateProps) {
  const words = (...path: string[]): string => {
    const value: unknown = entry.getIn(["data", ...path]);
    return typeof value === "string" ? value : "";
  };
  // Undefined while the file is being read.
  const file = words("image", "file");
  // One that is not saved yet has an address of the browser's.
  const picture = file.startsWith("blob:") ? file : getAsset(file)?.url;
  showLeadPicture(picture ?? "");
  return (
    <main>
      <article className="story">
        <header className="story-top">
          <h1>{words("headline") || words("title")}</h1>
          {words("standfirst") && <p className="standfirst">{words("standfirst")}</p>}
        </header>
        {picture && (
          <figure className="hero">
            <picture>
              <img src={picture} alt={words("image", "alt")} />
            </picture>
            <figcaption>
              {words("image", "caption")} <small>{words("image", "credit")}</small>
            </figcaption>
          </figure>
        )}
        <style>{PARTS}</style>
        <div className="prose">{widgetFor("body")}</div>
      </article>
    </main>
  );
}

/** On a page the blocks of a text are children of `.prose`; here the CMS puts elements of its own in between. */
const PARTS = "@layer layout { .prose div > * + * { margin-block-start: var(--paragraph-gap) } }";
