import * as v from "valibot";
import { type MathMl, MathMlSchema } from "./mathMl.ts";

/** The content of a line of text. Links are the only inline that leads to another page. */
export type Inline =
  | { type: "text"; text: string }
  | { type: PlainMark; children: Inline[] }
  | { type: "abbr"; title: string; children: Inline[] }
  | { type: "checkbox"; checked: boolean }
  | ({ type: "math" } & Formula)
  | { type: "code"; text: string }
  | {
      type: "link";
      url: string;
      /** Whether the link is a name known to the edition, and shows a card about it. Only a build sets this; no source can. */
      card?: boolean | undefined;
      children: Inline[];
    }
  | { type: "break" }
  | { type: "noteRef"; note: string }
  | { type: "lang"; lang: string; dir?: Direction | undefined; children: Inline[] };

/** Marks without attributes. `del` is text that no longer holds, `ins` the text that replaces it. */
export type PlainMark = "strong" | "emphasis" | "sub" | "sup" | "mark" | "del" | "ins";

/** A formula: its MathML, its text on one line, and the LaTeX source. */
export type Formula = { tex?: string | undefined; text: string; mathml: MathMl[] };

export type Direction = "ltr" | "rtl";

/** Text without marks. */
export const TextSchema = v.string();

export const DirectionSchema = v.picklist(["ltr", "rtl"]);

/** Addresses that a link may have: web, mail, phone, or a path of this edition. Never a script. */
export const LinkUrlSchema = v.pipe(
  v.string(),
  v.regex(/^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|#|\?)/iu, "must be a web, mail or phone address, or a path of this edition"),
);

const children = v.array(v.lazy(() => InlineSchema));

export const InlineSchema: v.GenericSchema<Inline> = v.variant("type", [
  v.object({ type: v.literal("text"), text: v.string() }),
  v.object({ type: v.picklist(["strong", "emphasis", "sub", "sup", "mark", "del", "ins"]), children }),
  v.object({ type: v.literal("abbr"), title: v.string(), children }),
  v.object({ type: v.literal("checkbox"), checked: v.boolean() }),
  v.object({ type: v.literal("math"), tex: v.optional(v.string()), text: v.string(), mathml: MathMlSchema }),
  v.object({ type: v.literal("code"), text: v.string() }),
  v.object({ type: v.literal("link"), url: LinkUrlSchema, card: v.optional(v.boolean()), children }),
  v.object({ type: v.literal("break") }),
  v.object({ type: v.literal("noteRef"), note: v.string() }),
  v.object({ type: v.literal("lang"), lang: v.string(), dir: v.optional(DirectionSchema), children }),
]);

export const InlinesSchema = v.array(InlineSchema);

/** The label of a note at its reference. In a live blog the note's id begins with that of its post: "touchdown~1". */
export const noteLabel = (id: string): string => id.replace(/^.*~/u, "");
