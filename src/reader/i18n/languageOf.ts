import type { Direction } from "#content/blocks/inline.ts";

/** The attributes of a text in a language of its own. Nothing where it is the edition's. */
export function languageOf(text: { inLanguage?: string | undefined; direction?: Direction | undefined }): {
  lang?: string;
  dir?: Direction;
} {
  return { ...(text.inLanguage && { lang: text.inLanguage }), ...(text.direction && { dir: text.direction }) };
}
