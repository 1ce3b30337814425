import { subjectPath } from "#content/paths.ts";
import { useDialogs } from "../../ui/DialogContext.ts";
import { useEdition } from "../../edition/EditionContext.ts";
import { ownLinks, useGroups } from "../pageLinks.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { useWords } from "../../i18n/words.ts";
import { MenuList } from "./MenuList.tsx";

/** Where a reader can go from any page: sections, trending topics, the pages that list the whole edition, and the reader's own pages. */
export function Menu({ onClose }: { onClose: () => void }) {
  const edition = useEdition();
  const words = useWords();
  const { open } = useDialogs();
  const groups = useGroups(edition);
  const trending = (edition?.trending ?? []).map(({ slug, name }) => ({ url: subjectPath("topic", slug), name }));
  return (
    <Dialog title={words.menu} className="menu" onClose={onClose}>
      <nav aria-label={words.menu}>
        {groups.map(({ name, items }) => (
          <MenuList key={name} title={name} links={items} />
        ))}
        <MenuList title={words.yours} links={ownLinks(words, edition)} />
        <MenuList title={words.trending} links={trending} />
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
