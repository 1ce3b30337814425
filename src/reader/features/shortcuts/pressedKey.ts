/** Elements and types of `input` that take text: in these a letter is not a shortcut. */
const TYPED_INTO =
  "textarea, select, [contenteditable]:not([contenteditable='false']), [role='textbox'], [role='combobox'], [role='searchbox']";
const TYPED = new Set(["text", "search", "email", "password", "url", "tel", "number", "date", "month", "week", "time", "datetime-local"]);

/** The key that was pressed, as the table of shortcuts names it. Undefined while typing, with a modifier, or in a dialog. */
export function pressedKey(event: KeyboardEvent): string | undefined {
  if (event.defaultPrevented || event.isComposing || modified(event) || isTyping(event.target)) return undefined;
  if (document.querySelector("dialog[open]")) return undefined;
  return latin(event);
}

/** AltGr does not count as a modifier: German keyboards type [ and ] with it, and Windows reports it as Ctrl and Alt. */
function modified(event: KeyboardEvent): boolean {
  return event.metaKey || ((event.ctrlKey || event.altKey) && !event.getModifierState("AltGraph"));
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return TYPED.has(target.type);
  return target instanceof Element && target.closest(TYPED_INTO) !== null;
}

/** On an Arabic or Greek keyboard the position of the key counts, so that shortcuts work there too. */
function latin({ key, code, shiftKey }: KeyboardEvent): string {
  if (key.length > 1 || /^[ -~]$/u.test(key)) return key;
  if (/^Key[A-Z]$/u.test(code)) return shiftKey ? code.slice(3) : code.slice(3).toLowerCase();
  if (code === "Slash" && shiftKey) return "?";
  return { BracketLeft: "[", BracketRight: "]", Slash: "/" }[code] ?? key;
}
