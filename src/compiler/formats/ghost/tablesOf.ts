import { numberIn, type Raw, recordsOf, scalarText } from "../../text/jsonRecord.ts";

/** The tables of an export that articles need, indexed by the key that refers to each row. Accounts are read for names and bios only. */
export type Tables = {
  users: Map<string, Raw>;
  tags: Map<string, Raw>;
  /** By the id of the post, in the publisher's order. */
  authorsOf: Map<string, string[]>;
  tagsOf: Map<string, string[]>;
  /** Since version 3, some fields of a post are in a table of their own. */
  metaOf: Map<string, Raw>;
  settings: Map<string, string>;
};

export function tablesOf(data: Raw): Tables {
  const rows = (name: string): Raw[] => recordsOf(data[name]);
  const byKey = (name: string, key: string) => new Map(rows(name).map((row) => [scalarText(row[key]), row]));
  return {
    users: byKey("users", "id"),
    tags: byKey("tags", "id"),
    authorsOf: joined(rows("posts_authors"), "author_id"),
    tagsOf: joined(rows("posts_tags"), "tag_id"),
    metaOf: byKey("posts_meta", "post_id"),
    settings: new Map(rows("settings").map((row) => [scalarText(row["key"]), scalarText(row["value"])])),
  };
}

function joined(rows: Raw[], key: string): Map<string, string[]> {
  const ordered = rows
    .map((row, index) => ({ row, order: numberIn(row["sort_order"]) || 0, index }))
    .toSorted((a, b) => a.order - b.order || a.index - b.index);
  const byPost = new Map<string, string[]>();
  for (const { row } of ordered) {
    const post = scalarText(row["post_id"]);
    byPost.set(post, [...(byPost.get(post) ?? []), scalarText(row[key])]);
  }
  return byPost;
}
