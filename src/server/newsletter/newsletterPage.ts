import { createHash } from "node:crypto";
import { html, raw } from "hono/html";
import { direction } from "#content/direction.ts";
import { plainStyles } from "#content/html/plainLook.ts";
import type { NewsletterFace } from "#content/words/newsletterFace.ts";

/** A page of the newsletter. A form posts to the page's own address, query and all. */
export type Page = {
  title: string;
  paragraphs: string[];
  form?: { button: string; email?: { label: string; wrong?: string | undefined }; edition?: string };
  link: { href: string; text: string };
  status?: number;
  headers?: Record<string, string>;
};

/** What its pages look like, and in which language they are. */
export type Look = { paper: string; home: string; language: string; face: NewsletterFace };

/** A page that works without scripts, and loads nothing. */
export async function newsletterPage(
  { title, paragraphs, form, link, status = 200, headers = {} }: Page,
  { paper, home, language, face }: Look,
): Promise<Response> {
  const style = styleOf(face);
  const page = html`<!doctype html>
    <html lang="${language}" dir="${direction(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex" />
        <title>${title} | ${paper}</title>
        ${raw(`<style>${style}</style>`)}
      </head>
      <body>
        <header><a href="${home}">${paper}</a></header>
        <main>
          <h1>${title}</h1>
          ${paragraphs.map((text) => html`<p>${text}</p>`)} ${form === undefined ? "" : formOf(form)}
          <p><a href="${link.href}">${link.text}</a></p>
        </main>
      </body>
    </html>`;
  return new Response(await page, {
    status,
    headers: {
      ...headers,
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policyOf(style),
      // The address has a token.
      "Referrer-Policy": "same-origin",
    },
  });
}

const formOf = ({ button, email, edition }: NonNullable<Page["form"]>) =>
  html`<form method="post">
    ${
      email === undefined
        ? ""
        : html`<label for="email">${email.label}</label>
            <input
              id="email"
              type="email"
              name="email"
              autocomplete="email"
              required
              ${email.wrong === undefined ? "" : raw('aria-invalid="true" aria-describedby="wrong"')}
            />
            ${email.wrong === undefined ? "" : html`<p id="wrong">${email.wrong}</p>`}`
    }
    ${edition === undefined ? "" : html`<input type="hidden" name="edition" value="${edition}" />`}
    <button>${button}</button>
  </form>`;

/** Colours come from the paper's theme, as the build wrote them. */
function styleOf(face: NewsletterFace): string {
  const { light, dark } = face.colors;
  const both = (name: string) => `light-dark(${light[name]},${dark[name]})`;
  return [
    plainStyles(face),
    "form{display:grid;gap:.5rem;margin:1.5rem 0}label{font-weight:600}",
    `input,button{font:inherit;min-block-size:2.75rem;border-radius:4px;box-sizing:border-box}`,
    `input{border:1px solid ${both("edge")};background:${both("paper-raised")};color:inherit;padding:0 .75rem;direction:ltr}`,
    `button{border:0;background:${both("blue")};color:${both("on-blue")};font-weight:600;padding:0 1.5rem;justify-self:start;margin-block-start:.5rem;cursor:pointer}`,
    `#wrong{color:${both("red")};margin:0}`,
  ].join("");
}

function policyOf(style: string): string {
  const hash = createHash("sha256").update(style).digest("base64");
  return `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
}
