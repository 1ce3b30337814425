import type { SpokenPart } from "#content/spokenParts.ts";

/** Where a sentence of a part is on its story's page. Undefined if it is nowhere. */
export function spokenRange({ place, sentences }: SpokenPart, sentence: number): Range | undefined {
  const element = elementAt(place);
  if (!element) return undefined;
  const letters = lettersOf(element);
  let end = 0;
  let start = 0;
  for (const text of sentences.slice(0, sentence + 1)) {
    const wanted = text.replaceAll(/\s/gu, "");
    start = letters.text.indexOf(wanted, end);
    if (start < 0) return undefined;
    end = start + wanted.length;
  }
  const [first, last] = [letters.places[start], letters.places[end - 1]];
  if (!first || !last) return undefined;
  const range = document.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset + 1);
  return range;
}

function elementAt(place: SpokenPart["place"]): Element | null | undefined {
  if (place === "headline") return document.querySelector(".story-top h1");
  if (place === "standfirst") return document.querySelector(".story-top .standfirst");
  return document.querySelectorAll(".story > .prose > :not([data-visiting])")[place];
}

/** The text of an element without whitespace, which markup may break anywhere, and without the numbers of notes. */
function lettersOf(element: Element): { text: string; places: { node: Text; offset: number }[] } {
  const places: { node: Text; offset: number }[] = [];
  let text = "";
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text) || node.parentElement?.closest(".noteref")) continue;
    for (let offset = 0; offset < node.data.length; offset += 1) {
      const letter = node.data.charAt(offset);
      if (/\s/u.test(letter)) continue;
      text += letter;
      places.push({ node, offset });
    }
  }
  return { text, places };
}
