import { useEffect } from "react";
import { useNavigate } from "react-router";
import { shortcutsReady } from "#loading/early/replayKeys.ts";
import { useSettings } from "../settings/settingsStore.ts";
import { useDialogs } from "../../ui/DialogContext.ts";
import { useAnnounce } from "../../toasts/AnnounceContext.ts";
import { useWords } from "../../i18n/words.ts";
import { pressedKey } from "./pressedKey.ts";
import { shortcuts } from "./shortcuts.ts";

/** How long to wait for the second key of a pair, in milliseconds. */
const PAIR = 1500;

/** Handles shortcuts for the whole document, unless the reader has switched them off. */
export function Shortcuts() {
  const words = useWords();
  const say = useAnnounce();
  const navigate = useNavigate();
  const { open } = useDialogs();
  const { shortcuts: wanted } = useSettings();
  useEffect(() => {
    if (wanted === "off") return;
    const context = { words, say, open, go: (path: string) => void navigate(path) };
    let pressed: string[] = [];
    let last = 0;
    const onKeyDown = (event: KeyboardEvent) => {
      const key = pressedKey(event);
      if (key === undefined || key === "Shift" || key === "AltGraph") return;
      pressed = event.timeStamp - last < PAIR ? [...pressed, key] : [key];
      last = event.timeStamp;
      const match = matchKeys(pressed, shortcuts);
      if (match.type === "begun") pressed = pressed.slice(-1);
      else pressed = [];
      if (match.type === "hit" && match.shortcut.run && match.shortcut.run(context) !== false) event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [wanted, words, say, open, navigate]);
  // Must follow the effect that adds the listener.
  useEffect(shortcutsReady, []);
  return null;
}

/** What the keys pressed so far mean: a shortcut, the beginning of one, or nothing. */
type Match<T> = { type: "hit"; shortcut: T } | { type: "begun" } | { type: "none" };

/**
 * Finds the shortcut that was pressed.
 * @param pressed the keys in order; if together they match nothing, the last one may begin another shortcut
 */
export function matchKeys<T extends { keys: readonly string[] }>(pressed: readonly string[], shortcuts: readonly T[]): Match<T> {
  const begun = shortcuts.filter(({ keys }) => pressed.every((key, place) => key === keys[place]));
  const shortcut = begun.find(({ keys }) => keys.length === pressed.length);
  if (shortcut) return { type: "hit", shortcut };
  if (begun.length > 0) return { type: "begun" };
  return pressed.length > 1 ? matchKeys(pressed.slice(-1), shortcuts) : { type: "none" };
}
