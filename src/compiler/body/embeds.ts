/** Content of another site, in a frame that the reader app loads only after a click. */
export type Embed = { provider: string; url: string; frame?: string };

/**
 * The embed for an address of a known service, which may be that of the page or of
 * its player. Where a service has several players, the one that sets the fewest cookies is used.
 */
export function embedOf(address: string): Embed | undefined {
  const https = address.trim().replace(/^(?:http:)?\/\//iu, "https://");
  const url = URL.canParse(https) ? new URL(https) : undefined;
  if (url?.protocol !== "https:") return undefined;
  const host = url.hostname.replace(/^(?:www|m|mobile)\./u, "");
  const service = SERVICES.find(({ hosts }) => hosts.includes(host));
  const found = service?.read(url, url.pathname.split("/").filter(Boolean));
  return service && found ? { provider: service.provider, ...found } : undefined;
}

type Service = {
  provider: string;
  hosts: string[];
  /** @param parts the segments of the path */
  read: (url: URL, parts: string[]) => { url: string; frame?: string } | undefined;
};

const SERVICES: Service[] = [
  { provider: "YouTube", hosts: ["youtube.com", "youtube-nocookie.com", "youtu.be"], read: youTube },
  { provider: "Vimeo", hosts: ["vimeo.com", "player.vimeo.com"], read: vimeo },
  { provider: "X", hosts: ["twitter.com", "x.com", "platform.twitter.com"], read: x },
  { provider: "Instagram", hosts: ["instagram.com", "instagr.am"], read: instagram },
  { provider: "TikTok", hosts: ["tiktok.com"], read: tikTok },
  { provider: "Facebook", hosts: ["facebook.com", "fb.watch"], read: facebook },
  { provider: "SoundCloud", hosts: ["soundcloud.com", "w.soundcloud.com"], read: soundCloud },
  { provider: "Spotify", hosts: ["open.spotify.com"], read: spotify },
  { provider: "Datawrapper", hosts: ["datawrapper.dwcdn.net", "datawrapper.de"], read: datawrapper },
  { provider: "Google Maps", hosts: ["google.com", "maps.google.com"], read: googleMaps },
  { provider: "OpenStreetMap", hosts: ["openstreetmap.org"], read: openStreetMap },
];

/** The hosts whose addresses may become embeds, without the beginnings that only phones use. */
export const EMBED_HOSTS = SERVICES.flatMap(({ hosts }) => hosts);

function youTube(url: URL, parts: string[]) {
  const [first, second] = parts;
  const list = url.searchParams.get("list") ?? "";
  const inPath = url.hostname.endsWith("youtu.be") ? first : ["embed", "v", "shorts", "live"].includes(first ?? "") ? second : undefined;
  const id = /^[\w-]{6,20}/u.exec(url.searchParams.get("v") ?? inPath ?? "")?.[0];
  if (/^[\w-]+$/u.test(list) && (id === undefined || id === "videoseries")) {
    return {
      url: `https://www.youtube.com/playlist?list=${list}`,
      frame: `https://www.youtube-nocookie.com/embed/videoseries?list=${list}`,
    };
  }
  if (id === undefined) return undefined;
  const start = seconds(url.searchParams.get("start") ?? url.searchParams.get("t") ?? "");
  return {
    url: `https://www.youtube.com/watch?v=${id}${start === 0 ? "" : `&t=${start}`}`,
    frame: `https://www.youtube-nocookie.com/embed/${id}${start === 0 ? "" : `?start=${start}`}`,
  };
}

/** "90", "90s" and "1h2m3s" are all in use. */
function seconds(time: string): number {
  const [, hours, minutes, rest] = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/u.exec(time) ?? [];
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(rest ?? 0);
}

function vimeo(url: URL, parts: string[]) {
  const at = parts.findIndex((part) => /^\d+$/u.test(part));
  const id = parts[at];
  if (id === undefined) return undefined;
  const secret = /^[0-9a-f]+$/u.exec(url.searchParams.get("h") ?? parts[at + 1] ?? "")?.[0];
  const page = `https://vimeo.com/${id}${secret === undefined ? "" : `/${secret}`}`;
  return { url: page, frame: `https://player.vimeo.com/video/${id}?${secret === undefined ? "" : `h=${secret}&`}dnt=1` };
}

function x(url: URL, [user, status, id]: string[]) {
  const inPath = /^status(?:es)?$/u.test(status ?? "") ? /^\d+/u.exec(id ?? "")?.[0] : undefined;
  const tweet = inPath ?? /^\d+$/u.exec(url.searchParams.get("id") ?? "")?.[0];
  if (tweet === undefined) return undefined;
  const name = inPath !== undefined && /^\w+$/u.test(user ?? "") ? user : "i";
  return { url: `https://x.com/${name}/status/${tweet}`, frame: `https://platform.twitter.com/embed/Tweet.html?id=${tweet}&dnt=true` };
}

function instagram(_url: URL, parts: string[]) {
  const at = parts.findIndex((part) => /^(?:p|reels?|tv)$/u.test(part));
  const id = at === -1 ? undefined : /^[\w-]+$/u.exec(parts[at + 1] ?? "")?.[0];
  const page = `https://www.instagram.com/${parts[at] === "p" ? "p" : parts[at] === "tv" ? "tv" : "reel"}/${id}/`;
  return id === undefined ? undefined : { url: page, frame: `${page}embed/captioned/` };
}

function tikTok(_url: URL, parts: string[]) {
  const id = parts.find((part) => /^\d{8,}$/u.test(part));
  const user = parts.find((part) => /^@[\w.]+$/u.test(part)) ?? "@";
  return id === undefined
    ? undefined
    : { url: `https://www.tiktok.com/${user}/video/${id}`, frame: `https://www.tiktok.com/embed/v2/${id}` };
}

function facebook(url: URL, parts: string[]) {
  const plugin = parts[0] === "plugins" ? url.searchParams.get("href") : null;
  if (plugin !== null) {
    const target = URL.canParse(plugin) ? new URL(plugin) : undefined;
    return target && /(?:^|\.)facebook\.com$/u.test(target.hostname) ? facebookFrame(target.href) : undefined;
  }
  const isPost = /\/(?:posts|videos|photos|permalink|reel|story)\b|\/(?:watch|permalink|story|photo)(?:\.php)?\/?$/u.test(url.pathname);
  return isPost || url.hostname === "fb.watch" ? facebookFrame(url.href) : undefined;
}

function facebookFrame(page: string) {
  const kind = /\/videos?\/|\/watch|fb\.watch|\/reel\//u.test(page) ? "video" : "post";
  const https = page.replace(/^http:/u, "https:");
  return { url: https, frame: `https://www.facebook.com/plugins/${kind}.php?href=${encodeURIComponent(https)}` };
}

function soundCloud(url: URL, parts: string[]) {
  const inPlayer = url.hostname.startsWith("w.") ? url.searchParams.get("url") : null;
  if (inPlayer === null && (url.hostname.startsWith("w.") || parts.length < 2)) return undefined;
  const sound = (inPlayer ?? `https://soundcloud.com${url.pathname}`).replace(/^http:/u, "https:");
  if (!/^https:\/\/(?:[\w-]+\.)?soundcloud\.com\//u.test(sound)) return undefined;
  return { url: sound, frame: `https://w.soundcloud.com/player/?url=${encodeURIComponent(sound)}` };
}

function spotify(_url: URL, parts: string[]) {
  const own = parts.filter((part) => part !== "embed" && part !== "embed-podcast" && !part.startsWith("intl-")).join("/");
  if (!/^(?:track|album|playlist|episode|show|artist)\/[A-Za-z0-9]+$/u.test(own)) return undefined;
  return { url: `https://open.spotify.com/${own}`, frame: `https://open.spotify.com/embed/${own}` };
}

function datawrapper(_url: URL, parts: string[]) {
  const chart = parts[0] === "_" ? parts[1] : parts[0];
  if (chart === undefined || !/^[A-Za-z0-9]{5}$/u.test(chart)) return undefined;
  return { url: `https://datawrapper.dwcdn.net/${chart}/`, frame: `https://datawrapper.dwcdn.net/${chart}/` };
}

function googleMaps(url: URL, parts: string[]) {
  const isFrame =
    url.pathname.startsWith("/maps/embed") || url.pathname.startsWith("/maps/d/") || url.searchParams.get("output") === "embed";
  if (!isFrame || (parts[0] !== "maps" && !url.hostname.startsWith("maps."))) return undefined;
  return { url: url.href, frame: url.href };
}

function openStreetMap(url: URL, parts: string[]) {
  return parts.join("/") === "export/embed.html" ? { url: url.href, frame: url.href } : undefined;
}
