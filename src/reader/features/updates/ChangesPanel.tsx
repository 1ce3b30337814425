import type { Article } from "#content/article.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { useWords } from "../../i18n/words.ts";
import { Changed } from "./Changed.tsx";
import { paragraphChanges } from "./paragraphChanges.ts";
import { paragraphsOf, type ReadVersion } from "./readVersions.ts";

/** What has changed in a story since it was read: the paragraphs that differ, with deletions and insertions. */
export function ChangesPanel({ before, article, onClose }: { before: ReadVersion; article: Article; onClose: () => void }) {
  const words = useWords();
  return (
    <Dialog title={words.whatChanged} className="changes" onClose={onClose}>
      <div lang={article.inLanguage} dir={article.direction}>
        {paragraphChanges(before.paragraphs, paragraphsOf(article)).map((pieces, place) => (
          <p key={place}>
            <Changed pieces={pieces} />
          </p>
        ))}
      </div>
    </Dialog>
  );
}
