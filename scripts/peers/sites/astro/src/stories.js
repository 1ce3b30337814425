import { getCollection } from "astro:content";

export const SECTIONS = ["World", "Europe", "Science", "Climate", "Technology", "Business", "Culture", "Sport", "Crime"];
export const KINDS = ["topics", "places", "authors", "sections"];
export const address = (name) => name.toLowerCase().replaceAll(" ", "-");

let known;
export const stories = async () => (known ??= (await getCollection("articles")).toSorted((a, b) => b.data.date - a.data.date));
