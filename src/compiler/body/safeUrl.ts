/**
 * The address of a link if readers may follow it: http, https, mailto, tel, a path
 * from the root, or a fragment; undefined for anything else. An address without a
 * scheme is first passed to `resolve`, which knows what it is relative to.
 *
 * It is parsed as a browser does (WHATWG URL Standard, 4.4): tabs and line breaks
 * are ignored and a backslash counts as a slash, so neither can hide a scheme or
 * another host.
 */
export function safeUrl(href: string, resolve: (href: string) => string | undefined = (same) => same): string | undefined {
  // eslint-disable-next-line no-control-regex
  const url = href.replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/gu, "").replace(/[\t\n\r]/gu, "");
  // eslint-disable-next-line no-control-regex
  if (url === "" || /[\u0000-\u001F\u007F]|\p{Cs}/u.test(url)) return undefined;
  if (/^[a-z][a-z0-9+.-]*:/iu.test(url)) return allowed(url);
  const slashes = url.replace(/^[^?#]*/u, (path) => path.replaceAll("\\", "/"));
  const resolved = resolve(slashes);
  return resolved === undefined ? undefined : allowed(resolved.startsWith("//") ? `https:${resolved}` : resolved);
}

function allowed(url: string): string | undefined {
  if (/^(?:mailto|tel):./iu.test(url) || url.startsWith("#") || /^\/(?![/\\])/u.test(url)) return url;
  return /^https?:/iu.test(url) ? webUrl(url) : undefined;
}

/** As written if every program parses it the same way, else normalised ("https:example.org", backslashes, spaces). */
function webUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  return /^https?:\/\/[^/\\\s]/iu.test(url) && !/[\\\s]/u.test(url) ? url : new URL(url).href;
}
