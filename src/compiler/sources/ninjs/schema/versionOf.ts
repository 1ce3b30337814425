import { isRecord, type Raw, scalarText } from "../../article/record.ts";

/** Which of the three lines of ninjs an item is of, and which release of it; without `minor` the newest. */
export type Version = { major: 1 | 2 | 3; minor?: number };

/**
 * By the form of the item first: the lines differ in their fields, and what
 * items say of their version is at times wrong. The release only counts as far
 * as the item tells it, or the folder that it is in ("1.0/").
 * @returns undefined where the item has only fields that all lines have
 */
export function versionOf(item: Raw, path: string): Version | undefined {
  const told = [...declared(item), ...inFolder(path)];
  const form = majorByForm(item);
  // Lines 2 and 3 differ in nothing but capitals, which a short item may not need.
  const major = form === 2 && told[0]?.major === 3 ? 3 : (form ?? told[0]?.major);
  if (major === undefined) return undefined;
  const minor = told.find((each) => each.major === major)?.minor;
  return minor === undefined ? { major } : { major, minor };
}

const TWO =
  "standard headlines bodies descriptions people organisations places subjects events objects infosources genres trustindicators by".split(
    " ",
  );
const ONE =
  "$standard headline person organisation place subject event object infosource genre trustindicator byline mimetype charcount wordcount".split(
    " ",
  );

function majorByForm(item: Raw): Version["major"] | undefined {
  const keys = Object.keys(item);
  if (keys.some((key) => /[a-z][A-Z]/u.test(key) && !key.includes("_"))) return 3;
  const lists = ["altids", "associations", "renditions"];
  const two = keys.filter((key) => TWO.includes(key) || (lists.includes(key) && Array.isArray(item[key]))).length;
  const one = keys.filter(
    (key) => ONE.includes(key) || /^(?:body|description|headline)_/u.test(key) || (lists.includes(key) && isRecord(item[key])),
  ).length;
  return two > one ? 2 : one > 0 ? 1 : undefined;
}

function declared(item: Raw): Version[] {
  const standard = isRecord(item["$standard"]) ? item["$standard"] : item["standard"];
  if (!isRecord(standard)) return [];
  return [...read(/^(\d)\.(\d+)/u, scalarText(standard["version"])), ...read(/_(\d)\.(\d+)\.json/u, scalarText(standard["schema"]))];
}

const inFolder = (path: string): Version[] => read(/(?:^|\/)(\d)\.(\d+)\//u, path);

function read(pattern: RegExp, text: string): Version[] {
  const [, major, minor] = pattern.exec(text) ?? [];
  const number = Number(major);
  return number === 1 || number === 2 || number === 3 ? [{ major: number, minor: Number(minor) }] : [];
}
