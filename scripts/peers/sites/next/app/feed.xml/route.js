import { SIZE, stories } from "../stories.js";

export const dynamic = "force-static";

export function GET() {
  const items = stories()
    .slice(0, SIZE)
    .map(({ slug, title }) => `<item><title>${title}</title><link>https://bench.example/article/${slug}</link></item>`);
  const channel = `<title>The Benchmark</title><link>https://bench.example/</link><description>Made of numbers</description>`;
  const xml = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>${channel}${items.join("")}</channel></rss>`;
  return new Response(xml, { headers: { "Content-Type": "application/rss+xml" } });
}
