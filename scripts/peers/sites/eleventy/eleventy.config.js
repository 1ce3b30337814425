import { eleventyImageTransformPlugin } from "@11ty/eleventy-img";
import { feedPlugin } from "@11ty/eleventy-plugin-rss";

const SIZE = 20;

export default function configure(eleventy) {
  const metadata = { language: "en", title: "The Benchmark", base: "https://bench.example/", author: { name: "The Benchmark" } };
  eleventy.addPlugin(feedPlugin, { type: "rss", outputPath: "/feed.xml", collection: { name: "stories", limit: 20 }, metadata });
  const htmlOptions = { imgAttributes: { decoding: "async", sizes: "(max-width: 44rem) 100vw, 44rem" } };
  eleventy.addPlugin(eleventyImageTransformPlugin, { formats: ["avif", "webp", "auto"], widths: [480, 720], htmlOptions });
  eleventy.addFilter("day", (date) => date.toISOString().slice(0, 10));
  eleventy.addFilter("address", (name) => name.toLowerCase().replaceAll(" ", "-"));
  eleventy.addCollection("latest", (api) => api.getFilteredByTag("stories").toReversed().slice(0, SIZE));
  eleventy.addCollection("lists", (api) => {
    const lists = new Map();
    for (const story of api.getFilteredByTag("stories").toReversed())
      for (const kind of ["topics", "places", "authors", "sections"])
        for (const name of story.data[kind]) {
          const list = lists.get(`${kind} ${name}`) ?? { kind, name, stories: [] };
          lists.set(`${kind} ${name}`, { ...list, stories: [...list.stories, story] });
        }
    return [...lists.values()].flatMap(({ kind, name, stories }) =>
      Array.from({ length: Math.ceil(stories.length / SIZE) }, (_, at) => ({
        kind,
        name,
        page: at + 1,
        pages: Math.ceil(stories.length / SIZE),
        stories: stories.slice(at * SIZE, (at + 1) * SIZE),
      })),
    );
  });
  return { dir: { input: "content", includes: "../_includes", output: "_site" }, markdownTemplateEngine: false };
}
