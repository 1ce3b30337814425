import * as v from "valibot";
import { LinkUrlSchema } from "./blocks/inline.ts";
import { ImageSchema } from "./image.ts";

/** What a story is, if it is not news. */
export const KindSchema = v.picklist(["opinion", "analysis", "satire", "press-release", "letter"]);

/** Who has paid for a story (schema.org `sponsor`). */
export const SponsorSchema = v.object({
  name: v.optional(v.string()),
  url: v.optional(LinkUrlSchema),
  logo: v.optional(ImageSchema),
  /** What readers are told, in the language of the story: "Paid for by Acme". */
  label: v.pipe(v.string(), v.nonEmpty()),
});

/** What AI was used for. */
export const AiUseSchema = v.picklist(["text", "translation", "picture", "sound"]);

/** The use of AI in a story, to be disclosed by article 50 of the EU's AI Act: what for, which system, and who has checked the result. */
export const AiSchema = v.object({
  for: v.array(AiUseSchema),
  system: v.optional(v.string()),
  checkedBy: v.optional(v.string()),
  /** What readers are told, in the language of the story: "Translated with AI (DeepL). Checked by Ada Keane." */
  label: v.pipe(v.string(), v.nonEmpty()),
});

export type Kind = v.InferOutput<typeof KindSchema>;
export type AiUse = v.InferOutput<typeof AiUseSchema>;
export type Ai = v.InferOutput<typeof AiSchema>;
export type Sponsor = v.InferOutput<typeof SponsorSchema>;

type Labelled = { headline: string; sponsor?: Pick<Sponsor, "label"> | undefined };

/** The headline of a story where there is nothing beside it: that of an advertisement says that it is one. */
export const lineOf = ({ headline, sponsor }: Labelled): string => (sponsor ? `${sponsor.label}: ${headline}` : headline);
