const SPOKEN = ["aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "alt", "title", "placeholder"];

const days = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, month + 1)));
const writtenByIntl = new RegExp(days.flatMap((day) => [name(day, { month: "long" }), name(day, { weekday: "long" })]).join("|"), "gu");

/**
 * The texts of a page, seen or spoken, that came neither from the bracketed
 * catalogue nor from the edition, which must be in Greek. Dates and the "and" of
 * lists are written by Intl; messages of errors are for those who mend, and in English.
 */
export function strayText(page: ParentNode): string[] {
  return [...page.querySelectorAll("*")]
    .filter((element) => !element.closest("script, style, time, .hint[lang=en]"))
    .flatMap((element) => [ownText(element), ...SPOKEN.map((attribute) => element.getAttribute(attribute) ?? "")])
    .filter(isStray);
}

export function isStray(text: string): boolean {
  let rest = text.replace(writtenByIntl, "");
  while (/⟦[^⟦⟧]*⟧/u.test(rest)) rest = rest.replace(/⟦[^⟦⟧]*⟧/u, "");
  return /\p{Script=Latin}/u.test(rest);
}

/** A sentence may have links in it: its pieces belong together. The names of typefaces, of the paper and of keys are never translated. */
function ownText(element: Element): string {
  if (element.closest("[translate=no], kbd")) return "";
  const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent ?? "");
  return texts.filter((text) => text !== " and ").join("");
}

function name(day: Date, style: Intl.DateTimeFormatOptions): string {
  return day.toLocaleDateString("en-GB", { ...style, timeZone: "UTC" });
}
