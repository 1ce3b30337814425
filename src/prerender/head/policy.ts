import { FRAME_HOSTS } from "#content/blocks/embedFrames.ts";
import type { OriginDirective, Origins } from "#content/slots.ts";
import { WORKER_POLICY } from "#reader/features/offline/workerPolicy.ts";

/**
 * The Content-Security-Policy of every page. It allows only this edition's own
 * files, the origin of its data, and the frames of known services, which load after
 * a click. Trusted Types are required; the only policy allowed is the one for the
 * address of the worker.
 * @param data the data address: a path, or an address on another host
 * @param inline hashes of the inline scripts and styles that are allowed, such as "sha256-…"
 * @param worker whether the site has a service worker
 * @param origins the origins that the paper's slots load from, and the servers that are asked for replies after a click
 */
export function policy(data: string, inline: { scripts: string[]; styles: string[] }, worker = false, origins: Origins = {}): string {
  const named = (directive: OriginDirective): string => (origins[directive] ?? []).map((origin) => ` ${origin}`).join("");
  const ownAnd = (hashes: string[]) => ["'self'", ...hashes.map((hash) => `'${hash}'`)].join(" ");
  const elsewhere = data.startsWith("/") ? "" : ` ${new URL(data).origin}`;
  return [
    "default-src 'none'",
    `script-src ${ownAnd(inline.scripts)}${named("script-src")}`,
    `style-src ${ownAnd(inline.styles)}`,
    `img-src 'self'${elsewhere}${named("img-src")}`,
    "font-src 'self'",
    // The paper's recordings, and the silence (a blob) that the player plays to receive media keys while it reads aloud.
    `media-src 'self' blob:${elsewhere}${named("media-src")}`,
    `connect-src 'self'${elsewhere}${named("connect-src")}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    `frame-src ${FRAME_HOSTS.map((host) => `https://${host}`).join(" ")}${named("frame-src")}`,
    "base-uri 'none'",
    `form-action 'self'${named("form-action")}`,
    "require-trusted-types-for 'script'",
    `trusted-types ${worker ? WORKER_POLICY : "'none'"}`,
  ].join("; ");
}
