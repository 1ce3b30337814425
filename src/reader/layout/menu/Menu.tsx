import { subjectPath } from "#content/paths.ts";
import { useDialogs } from "../../ui/DialogContext.ts";
import { useEdition } from "../../edition/EditionContext.ts";
import { namedLinks, ownLinks, pageLinks } from "../pageLinks.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { useWords } from "../../i18n/words.ts";
import { MenuList } from "./MenuList.tsx";

/** Where a reader can go from anywhere: sections, trending topics, the pages through the whole edition, and the reader's own tools. */
export function Menu({ onClose }: { onClose: () => void }) {
  const edition = useEdition();
  const words = useWords();
  const { open } = useDialogs();
  const named = (kind: "section" | "topic") => (subject: { slug: string; name: string }) => ({
    path: subjectPath(kind, subject.slug),
    name: subject.name,
  });
  return (
    <Dialog title={words.menu} className="menu" onClose={onClose}>
      <nav aria-label={words.menu}>
        <MenuList title={words.sections} links={(edition?.sections ?? []).map(named("section"))} />
        <MenuList title={words.read} links={pageLinks(words)} />
        {edition?.pages && <MenuList title={edition.name} links={namedLinks(edition.pages)} />}
        <MenuList title={words.yours} links={ownLinks(words, edition?.accounts)} />
        <MenuList title={words.trending} links={(edition?.trending ?? []).map(named("topic"))} />
      </nav>
      <div className="menu-tools">
        <button className="tool" type="button" aria-haspopup="dialog" onClick={() => open("settings")}>
          {words.readingSettings}
        </button>
        <button className="tool" type="button" aria-haspopup="dialog" onClick={() => open("shortcuts")}>
          {words.shortcuts}
        </button>
      </div>
    </Dialog>
  );
}
