import { escapeHtml } from "./escaped.ts";

/** A picture with its caption, as HTML. @param caption plain text */
export function figureHtml({ src, alt = "", caption = "" }: { src: string; alt?: string; caption?: string }): string {
  const below = caption === "" ? "" : `<figcaption>${escapeHtml(caption)}</figcaption>`;
  return `<figure><img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}">${below}</figure>`;
}

/** What another site shows in a frame. */
export const frameHtml = (url: string, title = ""): string => `<iframe src="${escapeHtml(url)}" title="${escapeHtml(title)}"></iframe>`;

/** A piece of code. @param language as its author wrote it */
export function codeHtml(code: string, language = ""): string {
  const name = language.replace(/[^\w+#.-]/gu, "");
  return `<pre><code${name === "" ? "" : ` class="language-${name}"`}>${escapeHtml(code)}</code></pre>`;
}
