import { useEffect } from "react";
import { useEdition } from "../edition/EditionContext.ts";

/** Says the edition's language on the document. A prerendered page already does; the one that `broadsheet dev` serves cannot know it. */
export function DocumentLanguage() {
  const edition = useEdition();
  useEffect(() => {
    if (!edition) return;
    const html = document.documentElement;
    // The same value once more would have the browser find the styles of the whole page anew.
    if (html.lang !== edition.language) html.lang = edition.language;
    if (html.dir !== edition.direction) html.dir = edition.direction;
  }, [edition]);
  return null;
}
