import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(process.cwd(), "content", "articles");

export const SIZE = 20;
export const SECTIONS = ["World", "Europe", "Science", "Climate", "Technology", "Business", "Culture", "Sport", "Crime"];
export const address = (name) => name.toLowerCase().replaceAll(" ", "-");

let known;
/** All stories, newest first. */
export function stories() {
  return (known ??= readdirSync(FOLDER)
    .filter((name) => name.endsWith(".md"))
    .map((name) => {
      const [, front, text] = readFileSync(join(FOLDER, name), "utf8").split("---\n");
      return { ...JSON.parse(front), text };
    })
    .toSorted((a, b) => (a.date < b.date ? 1 : -1)));
}

let lists;
/** Every list by the address of its first page, such as "topics/dogs". */
export function listed() {
  if (lists) return lists;
  lists = new Map();
  for (const story of stories())
    for (const kind of ["topics", "places", "authors", "sections"])
      for (const name of story[kind]) {
        const list = lists.get(`${kind}/${address(name)}`) ?? { kind, name, stories: [] };
        list.stories.push(story);
        lists.set(`${kind}/${address(name)}`, list);
      }
  return lists;
}
