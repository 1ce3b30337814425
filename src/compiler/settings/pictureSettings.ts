import * as v from "valibot";
import { described, TextSchema } from "./settingSchemas.ts";

/** `pictures` of edition.json. */
export const PictureSettingsSchema = v.optional(
  described(
    v.strictObject({
      avif: v.optional(described(v.boolean(), "Whether pictures are made in AVIF too; if not, in WebP in all widths."), true),
    }),
    "How [pictures](pictures.md) are made.",
    { avif: false },
  ),
  {},
);

/** `sharePicture` of edition.json. */
export const SharePictureSettingsSchema = v.optional(
  described(
    v.strictObject({
      file: described(TextSchema, "A picture in the content folder."),
      alt: v.optional(described(v.string(), "What it shows."), ""),
    }),
    "The picture shown when a page without its own picture is shared, for example on social networks.",
    { file: "pictures/paper.jpg", alt: "The paper on a table" },
  ),
);
