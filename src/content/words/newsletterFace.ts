import * as v from "valibot";

const TokensSchema = v.record(v.string(), v.string());

/** How the server's pages about the newsletter look, and what they call it: part of the file with the words of emails. */
export const NewsletterFaceSchema = v.object({
  every: v.picklist(["day", "week"]),
  /** The name of the edition. */
  paper: v.string(),
  /** The families of headlines, as CSS. */
  font: v.string(),
  /** Colours by the names of the reader's tokens. */
  colors: v.object({ light: TokensSchema, dark: TokensSchema }),
});

export type NewsletterFace = v.InferOutput<typeof NewsletterFaceSchema>;
