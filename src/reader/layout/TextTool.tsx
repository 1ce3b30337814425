import { Icon } from "../ui/Icon.tsx";
import { useWords } from "../i18n/words.ts";
import { useDialogs } from "../ui/DialogContext.ts";

/** The button that opens the reading settings. Its name stands beside the icon, or is only said. */
export function TextTool({ as }: { as?: "unseen" }) {
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
        // Safari leaves a clicked button without focus, and then the panel could not give it back.
        event.currentTarget.focus();
        open("settings");
      }}
    >
      <Icon name="text" />
      {as ? <span className={as}>{words.text}</span> : words.text}
    </button>
  );
}
