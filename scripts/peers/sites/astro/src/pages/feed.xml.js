import rss from "@astrojs/rss";
import { stories } from "../stories.js";

export async function GET({ site }) {
  const items = (await stories()).slice(0, 20).map(({ id, data }) => ({ ...data, pubDate: data.date, link: `/article/${id}/` }));
  return rss({ title: "The Benchmark", description: "Made of numbers", site, items });
}
