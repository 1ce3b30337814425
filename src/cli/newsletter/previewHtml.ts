import { escaped } from "#content/html/xml.ts";

/** Widths in pixels: a phone, and a window of a mail program. */
const FRAMES = [
  { width: 360, scheme: "light" },
  { width: 360, scheme: "dark" },
  { width: 680, scheme: "light" },
  { width: 680, scheme: "dark" },
] as const;

/** A page that shows a letter on a phone and in a window, by day and by night, and its text part. */
export function previewHtml({ subject, html, text }: { subject: string; html: string; text: string }): string {
  const frames = FRAMES.map(
    ({ width, scheme }) =>
      `<figure style="width:${width}px"><figcaption>${width} px, ${scheme}</figcaption><iframe title="${width} px, ${scheme}" srcdoc="${escaped(inScheme(html, scheme))}"></iframe></figure>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="robots" content="noindex"><title>${escaped(subject)}</title>
<style>body{margin:24px;font:15px/1.5 system-ui;background:#8a8d91;color:#000}h1{font-size:20px}main{display:flex;flex-wrap:wrap;gap:24px}
figure{margin:0;max-width:100%}figcaption{padding:4px 0}iframe,pre{border:0;width:100%;height:1400px;background:#fff}pre{box-sizing:border-box;width:680px;max-width:100%;padding:16px;overflow:auto;white-space:pre-wrap}</style>
<h1>${escaped(subject)}</h1><main>${frames.join("")}<figure><figcaption>Text</figcaption><pre>${escaped(text)}</pre></figure></main></html>
`;
}

/** The same letter as if the device had a scheme. */
const inScheme = (html: string, scheme: "light" | "dark"): string =>
  html.replaceAll("(prefers-color-scheme:dark)", scheme === "dark" ? "all" : "not all");
