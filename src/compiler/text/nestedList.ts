/** An item of a list, which says itself how deep it is in the list. */
export type FlatItem = { tag: "ol" | "ul"; level: number; html: string };

/**
 * Items that follow each other as a list, in HTML: those of a deeper level are a list within the item above, and at the same level
 * another kind begins another list.
 */
export function nestedList(items: FlatItem[], depth = 0): string {
  const [first] = items;
  if (!first) return "";
  let { tag } = first;
  let html = `<${tag}>`;
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at] ?? first;
    if (item.level === first.level && item.tag !== tag && depth < DEEPEST) {
      html += `</${tag}><${item.tag}>`;
      tag = item.tag;
    }
    let end = at + 1;
    while ((items[end]?.level ?? first.level) > first.level) end += 1;
    const inner = depth < DEEPEST ? items.slice(at + 1, end) : [];
    html += `<li>${item.html}${nestedList(inner, depth + 1)}</li>`;
    at += inner.length;
  }
  return `${html}</${tag}>`;
}

const DEEPEST = 10;
