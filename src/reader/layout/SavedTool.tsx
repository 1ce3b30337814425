import { savedPath } from "#content/paths.ts";
import { Icon } from "../ui/Icon.tsx";
import { PageLink } from "../ui/PageLink.tsx";
import { useWords } from "../i18n/words.ts";

/** Leads to what the reader has saved. */
export function SavedTool() {
  const words = useWords();
  return (
    <PageLink className="tool" to={savedPath}>
      <Icon name="save" />
      <span className="unseen">{words.saved}</span>
    </PageLink>
  );
}
