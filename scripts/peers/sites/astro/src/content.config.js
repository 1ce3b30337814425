import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";

const names = z.array(z.string());
const image = z.object({ url: z.string(), alt: z.string(), caption: z.string() }).optional();
const fields = { title: z.string(), description: z.string(), date: z.coerce.date(), image };

export const collections = {
  articles: defineCollection({
    loader: glob({ base: "./content/articles", pattern: "**/*.md" }),
    schema: z.object({ ...fields, sections: names, authors: names, topics: names, places: names }),
  }),
};
