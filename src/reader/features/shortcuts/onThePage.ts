/** Presses the page's button for a key: the first visible one with `aria-keyshortcuts`. Answers false where there is none. */
export function pressButton(key: string): boolean {
  const buttons = document.querySelectorAll<HTMLElement>(`[aria-keyshortcuts="${CSS.escape(key)}"]`);
  return click([...buttons].find(isShown));
}

/** Saves the story of the teaser that has the focus, or takes it out again. Answers false where there is none. */
export function saveTeaser(): boolean {
  return click(document.activeElement?.closest(".teaser, .feature")?.querySelector<HTMLElement>(".bookmark"));
}

/** Follows the page's link to its neighbour: the story before or after, or a list's newer or older page. */
export function followLink(rel: "prev" | "next"): boolean {
  return click(document.querySelector<HTMLElement>(`main a[rel~="${rel}"]`));
}

/** Goes to the search field that is part of the page itself, with its text selected. Answers false where there is none. */
export function focusSearchField(): boolean {
  const field = document.querySelector<HTMLInputElement>("main input[type=search]");
  field?.focus();
  field?.select();
  return field !== null;
}

/** Whether an element can be seen and used: not in a closed `details`, not hidden by the width of the page. */
export function isShown(element: HTMLElement): boolean {
  return element.checkVisibility?.({ visibilityProperty: true }) ?? true;
}

function click(element: HTMLElement | null | undefined): boolean {
  element?.click();
  return element !== null && element !== undefined;
}
