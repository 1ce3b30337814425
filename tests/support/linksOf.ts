/** The links in a part of a page: their text, and where they lead. */
export const linksOf = (part: Element | null | undefined): string[] =>
  Array.from(part?.querySelectorAll("a") ?? [], (link) => `${link.textContent.trim()} ${link.getAttribute("href") ?? ""}`);
