import { isRecord, type Raw, scalarText } from "../../../text/jsonRecord.ts";

/** The line of ninjs that an item belongs to, and its release in that line; the newest without `minor`. */
export type Version = { major: 1 | 2 | 3; minor?: number };

/**
 * The version of an item, by its form first: the lines differ in their fields, and
 * the version that items state is sometimes wrong. The release is that stated by
 * the item, or by the folder that it is in ("1.0/").
 * @returns undefined if the item states no version and has only fields that all lines have
 */
export function ninjsVersion(item: Raw, path: string): Version | undefined {
  const stated = [...declared(item), ...inFolder(path)];
  const form = majorByForm(item);
  // Lines 2 and 3 differ only in capitals, which a short item may not need.
  const major = form === 2 && stated[0]?.major === 3 ? 3 : (form ?? stated[0]?.major);
  if (major === undefined) return undefined;
  const minor = stated.find((each) => each.major === major)?.minor;
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
