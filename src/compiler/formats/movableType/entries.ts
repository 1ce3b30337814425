/** An entry: its fields by name, its texts by name, and the texts of what readers wrote. */
export type Entry = { fields: Map<string, string[]>; sections: Map<string, string>; comments: string[]; pings: number };

/**
 * The entries in a text. A line of eight dashes ends an entry, one of five dashes a section. Such lines can also be part of a text, as
 * dividers do in Markdown: what follows one that does not begin as an entry or a section does belongs to the text before it. Other
 * programs write more dashes, or names in small letters; so that no draft becomes part of the entry above, a whole head counts in any case.
 */
export function entriesIn(text: string): Entry[] {
  const begins = (part: string, dashes: string) => HEAD.test(part) || (dashes === ENTRY_END && FIRST_FIELD.test(part));
  return joined(text.split(/^(-{8,})[ \t]*$/mu), begins)
    .filter((part) => part.trim() !== "")
    .map(entryOf);
}

const ENTRY_END = "-".repeat(8);

const FIRST_FIELD = /^\s*[A-Z][A-Z ]*:/u;

/** Fields, and the line that ends them. */
const HEAD = /^\s*(?:[a-z][\w -]{0,40}:[^\n]*\n+)+-{5,}[ \t]*(?:\n|$)/iu;

/** Joins a part to the one before if it does not begin as a part does. @param split parts, and the dashes between them */
function joined(split: string[], begins: (part: string, dashes: string) => boolean): string[] {
  const whole = [split[0] ?? ""];
  for (let at = 1; at < split.length; at += 2) {
    const [dashes = "", part = ""] = split.slice(at, at + 2);
    if (begins(part, dashes) || part.trim() === "") whole.push(part);
    else whole.push(`${whole.pop() ?? ""}${dashes}${part}`);
  }
  return whole;
}

const SECTION = /^\s*([A-Z][A-Z ]+):[ \t]*(?:\n|$)/u;

function entryOf(text: string): Entry {
  const [head = "", ...parts] = joined(text.split(/^(-{5})[ \t]*$/mu), (part) => SECTION.test(part));
  const entry: Entry = { fields: fieldsIn(head), sections: new Map(), comments: [], pings: 0 };
  for (const part of parts) {
    const [start = "", name = ""] = SECTION.exec(part) ?? [];
    const content = part.slice(start.length).trim();
    if (name === "COMMENT") entry.comments.push(content);
    else if (name === "PING") entry.pings += 1;
    else if (name !== "") entry.sections.set(name, content);
  }
  return entry;
}

/** Lines such as "TITLE: The crane", by their names in capitals. A name can occur more than once. */
export function fieldsIn(text: string): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const line of text.trim().split("\n")) {
    const [, written, value = ""] = /^([a-z][\w -]*):(.*)$/iu.exec(line) ?? [];
    if (written === undefined) continue;
    const name = written.toUpperCase();
    const others = fields.get(name);
    if (others) others.push(value.trim());
    else fields.set(name, [value.trim()]);
  }
  return fields;
}

/** "04/22/2024 07:10:00 PM", with the month first. Without "AM" or "PM", hours are counted to 24. */
export function dateIn(written: string): string | undefined {
  const [, month = "", day = "", year, hours = "", rest = ":00", half] =
    /^\s*(\d\d?)\/(\d\d?)\/(\d{4})(?:\s+(\d\d?)(:\d\d(?::\d\d)?)\s*([AP]M)?)?\s*$/iu.exec(written) ?? [];
  if (year === undefined) return undefined;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toUpperCase() === "PM" ? 12 : 0);
  const time = rest.length === 3 ? `${rest}:00` : rest;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")} ${String(hour).padStart(2, "0")}${time}`;
}
