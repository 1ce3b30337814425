import * as v from "valibot";
import { slug } from "#content/slug.ts";
import { LinkUrlSchema } from "#content/blocks/inline.ts";
import { count, described, TextSchema } from "./settingSchemas.ts";

/** The word that names every tier in a story's `access`, and the only tier of a paper that names none. */
export const ANY_MEMBER = "members";

/** The file in the content folder that has the key. Its folder is ignored by Git, and nothing in it is published. */
export const KEY_FILE = ".members/members.key";

const TierSchema = v.pipe(
  v.strictObject({
    name: described(TextSchema, "What readers call it.", "Patrons"),
    id: v.optional(
      described(
        v.pipe(v.string(), v.regex(/^[a-z\d]+(?:-[a-z\d]+)*$/u, "must be a word such as patrons")),
        "The word in a story’s `access`, by default made of the name. Another one gives the tier other pass phrases.",
        "patrons",
      ),
    ),
  }),
  v.transform(({ name, id = slug(name) }) => ({ name, id })),
);

/** Words for stories that everybody may read, or nobody. */
export const NO_TIER = /^(?:public|everyone|everybody|all|anyone|open|free|world|true|yes|false|no|none|private|draft|hidden)$/u;

/** `members` of edition.json: that stories can be closed, and for whom. */
export const MemberSettingsSchema = v.optional(
  described(
    v.strictObject({
      tiers: v.optional(
        described(
          v.pipe(
            v.array(TierSchema),
            v.minLength(1, "must name a tier"),
            v.check((tiers) => new Set(tiers.map(({ id }) => id)).size === tiers.length, "must not name a tier twice"),
            v.check(
              (tiers) => !tiers.some(({ id, name }) => [id, name.toLowerCase()].some((word) => NO_TIER.test(word))),
              "must not have a tier whose name means everybody or nobody",
            ),
          ),
          "The tiers, the lowest first: each may read what is closed for those before it. By default there is one, `members`.",
          [{ name: "Members" }, { name: "Patrons" }],
        ),
        [{ name: "Members" }],
      ),
      ordered: v.optional(described(v.boolean(), "Whether a tier may read what is closed for those before it.", false), true),
      open: count(2, 0, 20, "How many paragraphs of a closed story everybody may read."),
      signIn: v.optional(
        described(
          v.boolean(),
          "Whether the server knows members and gives them the keys once they sign in: [members with accounts](members/server.md). Only with `accounts`.",
          true,
        ),
        false,
      ),
      join: v.optional(described(LinkUrlSchema, "The page that says how to become a member: a path or a full address.", "/membership")),
    }),
    "Stories with `access: members` are [closed](members.md): encrypted, but for their beginning. Without it they are kept back.",
    { tiers: [{ name: "Members" }, { name: "Patrons" }], open: 3, join: "/membership" },
  ),
);

export type MemberSettings = NonNullable<v.InferOutput<typeof MemberSettingsSchema>>;

/** Finds the tier, or `members` for all of them, that a story's `access` names; undefined for any other value. */
export const tierNamed = ({ tiers }: MemberSettings, value: unknown): string | undefined => {
  if (typeof value !== "string") return undefined;
  const word = value.trim().toLowerCase();
  return tiers.find(({ id, name }) => id === word || name.toLowerCase() === word)?.id ?? (word === ANY_MEMBER ? ANY_MEMBER : undefined);
};
