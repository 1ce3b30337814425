import { frontPath } from "#content/paths.ts";
import { usePaperName } from "../edition/EditionContext.ts";
import { useWords } from "../i18n/words.ts";
import { PageLink } from "../ui/PageLink.tsx";

/** The paper's name, as a link to its front page. It is never translated. */
export function Nameplate() {
  const name = usePaperName();
  const words = useWords();
  const isLongest = name.length > 18 || name.split(" ").some((word) => word.length > 14);
  const length = isLongest ? "nameplate longest" : name.length > 12 ? "nameplate long" : "nameplate";
  return (
    <PageLink className={length} to={frontPath} aria-label={words.frontPageOf(name)} translate="no">
      {name}
    </PageLink>
  );
}
