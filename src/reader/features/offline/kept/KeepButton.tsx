import { type ComponentType, useState } from "react";
import type { ListPage } from "#content/pages/listPage.ts";
import { withImport } from "#loading/hydration/lazyImport.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { withLazyStyles } from "#loading/hydration/lazyStyles.ts";
import type { KeepPanelProps } from "./KeepPanel.tsx";
import { useWords } from "../../../i18n/words.ts";

/** "Keep these stories offline": opens the panel for it, whose code is loaded on demand. */
export function KeepButton({ list }: { list: ListPage }) {
  const words = useWords();
  const [Panel, setPanel] = useState<{ of: ComponentType<KeepPanelProps> }>();
  const open = () =>
    void withImport(
      () => withLazyStyles(import("./KeepPanel.tsx")),
      ({ KeepPanel }) => setPanel({ of: KeepPanel }),
    );
  const title = list.kind === "latest" ? words.keepEdition : words.keepStories;
  return (
    <>
      <button className="button quiet needs-script" type="button" aria-haspopup="dialog" onClick={open}>
        <Icon name="download" />
        {title}
      </button>
      {Panel && <Panel.of list={list} title={title} onClose={() => setPanel(undefined)} />}
    </>
  );
}
