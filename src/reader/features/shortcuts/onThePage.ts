/** Presses the page's button for a key: the first visible one with `aria-keyshortcuts`. Answers false where there is none. */
export function pressButton(key: string): boolean {
  return click(firstShown(`[aria-keyshortcuts="${CSS.escape(key)}"]`));
}

/** Saves the story of the teaser that has the focus, or takes it out again. Answers false where there is none. */
export function saveTeaser(): boolean {
  return click(document.activeElement?.closest(".teaser, .feature")?.querySelector<HTMLElement>(".bookmark"));
}

/** Follows the page's link to its neighbour: the story before or after, or a list's newer or older page. */
export function followLink(rel: "prev" | "next"): boolean {
  return click(firstShown(`main a[rel~="${rel}"]`));
}

/** Goes to the search field that is part of the page itself, with its text selected. Answers false where there is none. */
export function focusSearchField(): boolean {
  const field = firstShown("main input[type=search]");
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
  return field !== undefined;
}

/** Whether an element can be seen and used: not in a closed `details`, not hidden by the width of the page. */
export function isShown(element: HTMLElement): boolean {
  return element.checkVisibility?.({ visibilityProperty: true }) ?? true;
}

/** The first that can be seen: lists that led to the page stay hidden behind it. */
function firstShown(selector: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(selector)].find(isShown);
}

function click(element: HTMLElement | null | undefined): boolean {
  element?.click();
  return element !== null && element !== undefined;
}
