import { useEffect } from "react";
import { useEdition } from "../edition/EditionContext.ts";

/** Says the edition's language on the document. A prerendered page already does; the one that `broadsheet dev` serves cannot know it. */
export function DocumentLanguage() {
  const edition = useEdition();
  useEffect(() => {
    if (!edition) return;
    document.documentElement.lang = edition.language;
    document.documentElement.dir = edition.direction;
  }, [edition]);
  return null;
}
