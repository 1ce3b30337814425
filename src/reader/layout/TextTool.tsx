import { Icon } from "../ui/Icon.tsx";
import { useWords } from "../i18n/words.ts";
import { useDialogs } from "../ui/DialogContext.ts";

/** The button that opens the reading settings: an icon, or a word below one. */
export function TextTool({ isIcon }: { isIcon?: boolean }) {
  const words = useWords();
  const { open, opened, awaited, prefetch } = useDialogs();
  return (
    <button
      className="tool needs-script"
      type="button"
      aria-label={`${words.text}: ${words.readingSettings}`}
      aria-haspopup="dialog"
      aria-expanded={opened === "settings"}
      aria-keyshortcuts="t"
      aria-busy={awaited === "settings" || undefined}
      onPointerEnter={() => prefetch("settings")}
      onClick={(event) => {
        // Safari does not focus a clicked button, and the panel could not return the focus to it.
        event.currentTarget.focus();
        open("settings");
      }}
    >
      <Icon name="text" />
      {!isIcon && words.text}
    </button>
  );
}
