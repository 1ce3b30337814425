import type { Brand, TypeRole } from "#content/brand.ts";
import { digestOf } from "#prerender/head/hashOf.ts";
import { brandedSheets } from "#prerender/brandedStyles.ts";
import type { BuiltReader } from "./builtReader.ts";

/** The reader with a paper's looks: the paper's style sheets replace the reader's, and its typefaces are named by the pages. */
export function brandedReader(reader: BuiltReader, brand: Brand | undefined): BuiltReader {
  if (!brand) return reader;
  const styles = brandedSheets(reader.styles, brand);
  const [first, sheet] = reader.sheets;
  const names = { [first]: named("first", styles.first), [sheet]: named("style", styles.rest) };
  const renamed = (file: string): string => names[file] ?? file;
  const [display, text] = reader.fonts;
  const fontOf = (role: TypeRole, usual: string): string => {
    const file = brand.typefaces[role]?.file;
    return typeof file === "object" ? reader.fontFile(file.cut) : (file ?? usual);
  };
  return {
    ...reader,
    styles,
    sheets: [renamed(first), renamed(sheet)],
    template: reader.sheets.reduce((template, file) => template.replaceAll(file, renamed(file)), reader.template),
    named: reader.named.map(renamed),
    fonts: [...new Set([fontOf("display", display ?? ""), fontOf("text", text ?? "")])],
    plainFont: fontOf("sans", reader.plainFont),
    own: [
      { file: renamed(first), bytes: Buffer.from(styles.first) },
      { file: renamed(sheet), bytes: Buffer.from(styles.rest) },
      ...brand.files,
    ],
    without: [...reader.sheets, ...(brand.icon === "bitmap" ? ["icon.svg"] : [])],
  };
}

const named = (name: string, text: string): string => `assets/${name}-${digestOf(text).replaceAll(/\W/gu, "").slice(0, 5)}.css`;
