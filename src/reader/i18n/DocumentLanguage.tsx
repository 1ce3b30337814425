import { useEffect } from "react";
import { useEdition } from "../edition/EditionContext.ts";

/** Sets the edition's language on the document. A prerendered page already has it; the one that `broadsheet dev` serves cannot know it. */
export function DocumentLanguage() {
  const edition = useEdition();
  useEffect(() => {
    if (!edition) return;
    const html = document.documentElement;
    // Even the same value would make the browser recalculate the styles of the whole page.
    if (html.lang !== edition.language) html.lang = edition.language;
    if (html.dir !== edition.direction) html.dir = edition.direction;
  }, [edition]);
  return null;
}
