/**
 * Hosts whose frames a reader may load after a click: the compiler makes embeds
 * of no others, and the policy of every page lets in no others.
 */
export const FRAME_HOSTS = [
  "www.youtube-nocookie.com",
  "player.vimeo.com",
  "platform.twitter.com",
  "www.instagram.com",
  "www.tiktok.com",
  "www.facebook.com",
  "w.soundcloud.com",
  "open.spotify.com",
  "datawrapper.dwcdn.net",
  "www.google.com",
  "www.openstreetmap.org",
];
