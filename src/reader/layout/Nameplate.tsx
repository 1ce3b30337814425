import { frontPath } from "#content/paths.ts";
import { usePaperName } from "../edition/EditionContext.ts";
import { useWords } from "../i18n/words.ts";
import { PageLink } from "../ui/PageLink.tsx";

/** The paper's name, as a link to its front page. It is never translated. */
export function Nameplate() {
  const name = usePaperName();
  const words = useWords();
  return (
    <PageLink className="nameplate" to={frontPath} aria-label={words.frontPageOf(name)} translate="no">
      {name}
    </PageLink>
  );
}
