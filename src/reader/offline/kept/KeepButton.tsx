import { type ComponentType, useState } from "react";
import type { ListPage } from "#content/listPage.ts";
import { useSay } from "../../shell/SayContext.ts";
import { withLateStyles } from "../../ui/lateStyles.ts";
import type { KeepPanelProps } from "./KeepPanel.tsx";
import { useWords } from "../../words/words.ts";
import type { Words } from "../../words/en.ts";

/** "Save this topic", "Keep the whole edition": opens the panel that says what it takes. Its code comes when it is wanted. */
export function KeepButton({ list }: { list: ListPage }) {
  const words = useWords();
  const say = useSay();
  const [Panel, setPanel] = useState<{ of: ComponentType<KeepPanelProps> }>();
  const open = () =>
    withLateStyles(import("./KeepPanel.tsx")).then(
      ({ KeepPanel }) => setPanel({ of: KeepPanel }),
      () => say(words.partFailed),
    );
  const title = labelOf(list, words);
  return (
    <>
      <button className="button quiet needs-script" type="button" aria-haspopup="dialog" onClick={() => void open()}>
        {title}
      </button>
      {Panel && <Panel.of list={list} title={title} onClose={() => setPanel(undefined)} />}
    </>
  );
}

function labelOf({ kind }: ListPage, words: Words): string {
  if (kind === "latest") return words.keepEdition;
  return kind === "topic" ? words.saveTopic : words.keepStories;
}
