/** What the HTML of a page says of that page alone. Icons, fonts and the manifest stay true. */
const OF_ONE_PAGE = [
  "link[rel=canonical]",
  "link[rel=prev]",
  "link[rel=next]",
  "link[rel=alternate]",
  "meta[name=description]",
  "meta[name=robots]",
  'meta[name="twitter:card"]',
  "meta[property]",
  'script[type="application/ld+json"]',
].join(",");

/**
 * Takes out of the head what is no longer true when the reader has moved on. A
 * browser that shares or prints a page asks for its canonical address: it would
 * get that of the page which was opened first.
 */
export function removeInitialHead(): void {
  for (const element of document.head.querySelectorAll(OF_ONE_PAGE)) element.remove();
}
