/** Clicks the page's button for a key: the first visible one with `aria-keyshortcuts`. @returns false if there is none */
export function pressButton(key: string): boolean {
  return click(firstShown(`[aria-keyshortcuts="${CSS.escape(key)}"]`));
}

/** Saves the story of the teaser that has focus, or removes it from the saved ones. @returns false if there is none */
export function saveTeaser(): boolean {
  return click(document.activeElement?.closest(".teaser, .feature")?.querySelector<HTMLElement>(".bookmark"));
}

/** Follows the page's link to the previous or next story, or to a list's newer or older page. @returns false if there is none */
export function followLink(rel: "prev" | "next"): boolean {
  return click(firstShown(`main a[rel~="${rel}"]`));
}

/** Focuses the search field that is part of the page itself, and selects its text. @returns false if there is none */
export function focusSearchField(): boolean {
  const field = firstShown("main input[type=search]");
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
  return field !== undefined;
}

/** Focuses the first visible element of a part, such as what stands over the page. @returns false if there is none */
export function focusFirst(selector: string): boolean {
  const first = firstShown(selector);
  first?.focus();
  return first !== undefined;
}

/** Whether an element is visible: not in a closed `details`, and not hidden at the page's width. */
export function isShown(element: HTMLElement): boolean {
  return element.checkVisibility?.({ visibilityProperty: true }) ?? true;
}

/** The first visible match: lists that led to the page stay in the document, hidden. */
function firstShown(selector: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(selector)].find(isShown);
}

function click(element: HTMLElement | null | undefined): boolean {
  element?.click();
  return element !== null && element !== undefined;
}
