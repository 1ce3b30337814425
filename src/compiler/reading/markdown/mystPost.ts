import type { FrontMatter } from "./frontMatter.ts";

/**
 * A post of ABlog in MyST: a directive with its date, its fields and its excerpt, anywhere in the text. As in ABlog, one without a date
 * is a draft. The lines of the text below keep their numbers.
 */
export function mystPost(matter: FrontMatter): FrontMatter {
  const [all, , date = "", options = "", excerpt = ""] = POST.exec(matter.body) ?? [];
  if (all === undefined || isInCode(matter.body.slice(0, matter.body.indexOf(all)))) return matter;
  const written = options.split("\n").flatMap((line): [string, unknown][] => {
    const [, name = "", value = ""] = /^[ \t]*:([\w-]+):[ \t]*(.*)$/u.exec(line) ?? [];
    return name === "" ? [] : [[name, LISTS.test(name) ? value.split(",").map((each) => each.trim()) : value.trim()]];
  });
  const dated = date.trim() === "" ? { draft: true } : { date: date.trim() };
  const short = excerpt.trim() === "" ? {} : { excerpt: excerpt.trim() };
  const body = matter.body.replace(all, () => "\n".repeat(all.split("\n").length - 1));
  return { ...matter, fields: { ...matter.fields, ...Object.fromEntries(written), ...short, ...dated }, body };
}

const POST = /^(`{3,}|:{3,})\{post\}[ \t]*([^\n]*)\n((?:[ \t]*:[\w-]+:[^\n]*\n)*)([^]*?)^\1[ \t]*$/mu;

const LISTS = /^(?:tags|author)$/u;

/** Whether a fence above is open: the directive is then shown as an example. */
const isInCode = (above: string): boolean => (above.match(/^(?:`{3,}|~{3,})/gmu) ?? []).length % 2 === 1;
