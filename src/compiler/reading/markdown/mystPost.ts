import type { FrontMatter } from "./frontMatter.ts";

/**
 * A post of ABlog in MyST: a directive with its date, its fields and its excerpt, anywhere in the text. As in ABlog, one without a date
 * is a draft. The lines of the text below keep their numbers.
 */
export function mystPost(matter: FrontMatter): FrontMatter {
  const opening = POST.exec(matter.body);
  if (!opening || isInCode(matter.body.slice(0, opening.index))) return matter;
  const [line, fence = "", date = ""] = opening;
  const below = matter.body.slice(opening.index + line.length);
  // Without an end, it reaches to that of the text.
  const end = new RegExp(`^${fence}+[ \\t]*$`, "mu").exec(below);
  const inside = below.slice(0, end?.index);
  const [options = ""] = /^(?:[ \t]*:[\w-]+:[^\n]*(?:\n|$))*/u.exec(inside) ?? [];
  const written = options.split("\n").flatMap((option): [string, unknown][] => {
    const [, name = "", value = ""] = /^[ \t]*:([\w-]+):[ \t]*(.*)$/u.exec(option) ?? [];
    return name === "" ? [] : [[name, LISTS.test(name) ? value.split(",").map((each) => each.trim()) : value.trim()]];
  });
  const dated = date.trim() === "" ? { draft: true } : { date: date.trim() };
  const excerpt = inside.slice(options.length).trim();
  const short = excerpt === "" ? {} : { excerpt };
  const lines = "\n".repeat((line + inside).split("\n").length - 1);
  const body = matter.body.slice(0, opening.index) + lines + below.slice(inside.length + (end?.[0].length ?? 0));
  return { ...matter, fields: { ...matter.fields, ...Object.fromEntries(written), ...short, ...dated }, body };
}

const POST = /^(`{3,}|:{3,})\{post\}[ \t]*([^\n]*)(?:\n|$)/mu;

const LISTS = /^(?:tags|author)$/u;

/** Whether a fence above is open: the directive is then shown as an example. */
const isInCode = (above: string): boolean => (above.match(/^(?:`{3,}|~{3,})/gmu) ?? []).length % 2 === 1;
