/**
 * Hosts whose frames a reader may load with a click. The compiler makes embeds of
 * no others, and the Content-Security-Policy of every page allows no others.
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
