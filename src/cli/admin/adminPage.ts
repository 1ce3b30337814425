import type { AdminSettings } from "#compiler/settings/settings.ts";
import { element, escapeText } from "#prerender/head/element.ts";

/** The servers that the desk of each backend talks to: the API, and the hosts of user avatars. */
const SERVERS: Record<AdminSettings["backend"], { connect: string; images: string[] }> = {
  github: { connect: "https://api.github.com", images: ["https://avatars.githubusercontent.com"] },
  gitlab: { connect: "https://gitlab.com", images: ["https://gitlab.com"] },
  gitea: { connect: "https://gitea.com", images: ["https://gitea.com"] },
};

/**
 * The page of the desk. Its own policy allows the CMS and the server of the repository.
 * @param page the edition's name, the base path of the site, and the reader's style sheets below it, for the preview
 */
export function adminPage({ name, base, styles }: { name: string; base: string; styles: string[] }, admin: AdminSettings): string {
  const head = [
    '<meta charset="utf-8">',
    element("meta", { "http-equiv": "Content-Security-Policy", content: adminPolicy(admin) }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("meta", { name: "robots", content: "noindex" }),
    `<title>${escapeText(name)}</title>`,
    ...styles.map((file) => element("meta", { name: "preview-style", content: base + file })),
    element("link", { rel: "cms-config-url", type: "application/yaml", href: `${base}admin/config.yml` }),
    `<script type="module" src="${escapeText(base)}admin/desk.js"></script>`,
  ];
  return `<!doctype html><html lang="en"><head>${head.join("")}</head><body></body></html>\n`;
}

/**
 * No Trusted Types: the CMS parses the HTML and SVG it is given, and writes its
 * styles into the page. Scripts come only from the site.
 */
function adminPolicy({ backend, server }: AdminSettings): string {
  const own = server === undefined ? undefined : new URL(server).origin;
  const { connect, images } = own === undefined ? SERVERS[backend] : { connect: own, images: [own] };
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' blob: data: ${images.join(" ")}`,
    "font-src 'self'",
    "media-src blob:",
    `connect-src 'self' blob: data: ${connect}`,
    "frame-src blob:",
    "base-uri 'self'",
    "form-action 'none'",
  ].join("; ");
}
