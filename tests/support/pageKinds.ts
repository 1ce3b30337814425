import { RUN } from "./journey.ts";

/** One address of every kind of page of the sample edition, and words on it. */
export const PAGE_KINDS: { kind: string; path: string; text: string }[] = [
  { kind: "front page", path: "/", text: "Voyager 1 is making sense again after five months of noise" },
  { kind: "article", path: "/article/operation-rescue", text: "The first question put to the material" },
  { kind: "article with every kind of note", path: "/article/gravitational-waves-heard", text: "Sources" },
  { kind: "German article", path: "/article/oosterschelde-sturmflutsperrwerk", text: "Oosterschelde" },
  { kind: "Arabic article", path: "/article/penicillin-ar", text: "البنسلين" },
  { kind: "topic", path: "/topic/europol", text: "Police close LabHost" },
  { kind: "section", path: "/section/crime", text: "Police, courts, and those they protect." },
  { kind: "author", path: "/author/crime-desk", text: "Police and courts, told soberly." },
  { kind: "place", path: "/place/the-hague", text: "Seat of the Dutch government, and of Europol." },
  { kind: "thread", path: "/thread/voyager", text: "Two spacecraft of 1977" },
  { kind: "archive", path: "/archive", text: "2011" },
  { kind: "year", path: "/archive/2024", text: "April" },
  { kind: "month", path: "/archive/2024/04", text: "April 2024" },
  { kind: "topics", path: "/topics", text: "Europol" },
  { kind: "places", path: "/places", text: "Zaanstreek-Waterland" },
  { kind: "latest", path: "/latest", text: "Venice prepares to charge day visitors from Thursday" },
  { kind: "search", path: "/search", text: "Search" },
  { kind: "page of the paper", path: "/about", text: "Every sentence is original." },
  { kind: "corrections", path: "/corrections", text: "A missing check in OpenSSL lets strangers read the memory of web servers" },
  { kind: "live blog", path: "/article/eclipse-hour-by-hour", text: "Carbondale, for the second time" },
  { kind: "post of a live blog", path: "/article/eclipse-hour-by-hour/post/carbondale", text: "Carbondale has lain in both" },
  { kind: "numbered page", path: "/latest/page/1", text: "Page 1" },
];

/** The page that a host sends for an unknown address. */
export const NOT_FOUND = { kind: "page that is not there", path: "/no-such-page", text: "farther away than we can reach" };

/** The kinds with a layout of their own, by the run that checks each for barriers. The others have the same layout as one of these. */
export const LAYOUTS = {
  core: ["front page", "article", "topic", "search"],
  rest: ["Arabic article", "article with every kind of note", "author", "thread", "archive", "topics", "latest", "page of the paper", "corrections", "live blog", NOT_FOUND.kind], // prettier-ignore
};

/** Whether a journey of the rest tries a kind of page; in a run of all, it tries each. */
export const hasOwnLayout = ({ kind }: { kind: string }): boolean =>
  RUN === "all" || Object.values(LAYOUTS).some((kinds) => kinds.includes(kind));
