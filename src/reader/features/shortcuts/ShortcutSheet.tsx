import { Fragment } from "react";
import { changeSetting, useSettings } from "../settings/settingsStore.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { useWords } from "../../i18n/words.ts";
import { shortcuts } from "./shortcuts.ts";
import "../../styles/forms.css";

const KEY_CAPS: Record<string, string> = { Escape: "Esc" };

/** All shortcuts, and their switch. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const { shortcuts: wanted } = useSettings();
  return (
    <Dialog title={words.shortcuts} className="shortcut-sheet" onClose={onClose}>
      <label className="check">
        <input
          type="checkbox"
          checked={wanted === "on"}
          onChange={({ target }) => changeSetting("shortcuts", target.checked ? "on" : "off")}
        />
        {words.useShortcuts}
      </label>
      <dl>
        {shortcuts.map(({ keys, name }) => (
          <div key={keys.join(" ")}>
            <dt>
              {keys.map((key, place) => (
                <Fragment key={key}>
                  {place > 0 && " "}
                  <kbd>{KEY_CAPS[key] ?? key}</kbd>
                </Fragment>
              ))}
            </dt>
            <dd>{name(words)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
