import { wholeSentences } from "#content/sentencesOf.ts";
import { rangeOf, readableText, spanOf } from "../../ui/readableText.ts";

/**
 * Selects the next sentence of the paragraph that has the focus, and after the last one the first: what can be done with a
 * selection stands right after the paragraph in the tab order.
 */
export function selectSentence(paragraph: Element): void {
  const readable = readableText([paragraph]);
  const spans = spansOf(readable.text, paragraph.closest<HTMLElement>("[lang]")?.lang ?? "en");
  const selection = document.getSelection();
  const selected = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
  const isHere = selected && !selected.collapsed && paragraph.contains(selected.commonAncestorContainer);
  const end = isHere ? (spanOf(readable, selected)?.end ?? 0) : 0;
  const next = spans.find(({ start }) => start >= end) ?? spans[0];
  const range = next && rangeOf(readable, next.start, next.end);
  if (!range) return;
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/** Where the sentences of a text are in it. */
function spansOf(text: string, language: string): { start: number; end: number }[] {
  let from = 0;
  return wholeSentences(text, language).flatMap((sentence) => {
    const start = text.indexOf(sentence, from);
    if (start < 0) return [];
    from = start + sentence.length;
    return [{ start, end: from }];
  });
}
