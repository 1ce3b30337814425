import type { Direction } from "#content/blocks/inline.ts";

/** The attributes of a text whose language is not the edition's; empty if it is. */
export function languageOf(text: { inLanguage?: string | undefined; direction?: Direction | undefined }): {
  lang?: string;
  dir?: Direction;
} {
  return { ...(text.inLanguage && { lang: text.inLanguage }), ...(text.direction && { dir: text.direction }) };
}
