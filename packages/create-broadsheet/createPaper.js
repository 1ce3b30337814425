import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";

/** An error in the options. Its message is a sentence for the person who gave them. */
export class PaperError extends Error {}

const TEMPLATE = join(import.meta.dirname, "template");

/** The themes of Broadsheet. `npm pack` puts a copy of the repository's folder into the package. */
const THEMES = join(import.meta.dirname, existsSync(join(import.meta.dirname, "themes")) ? "themes" : "../../themes");

/** Files that a new repository may have before there is a paper in it. */
const HARMLESS = new Set([".git", ".DS_Store", "LICENSE"]);

/** The time between two example stories, in milliseconds. */
const HOUR = 3_600_000;

/** Files in which `__NAME__` and other placeholders are replaced. */
const WITH_WORDS = ["README.md", "package.json", "content/edition.json", "deploy/compose.yaml"];

/**
 * Writes a new paper into a folder: three stories, pages, a theme, ways to publish it. Its time zone is that of this
 * computer, or UTC if that is not known.
 * @param {string} folder created if it does not exist
 * @param {{ name?: string, language?: string, theme?: string, broadsheet?: string }} choices the paper's name (by default the
 *   folder's), its language as a BCP 47 tag, the theme that it begins with, and the version of Broadsheet that it depends on, as an
 *   npm package spec; a tarball that is there ("file:reader.tgz") is copied into the paper
 * @param {Date} now the moment of the newest example story
 * @returns {string} the folder's absolute path
 * @throws {PaperError} if the folder is not empty, or an option is invalid; nothing has been written then
 */
export function createPaper(folder, { name, language = "en", theme, broadsheet = `^${ownVersion()}` } = {}, now = new Date()) {
  const home = resolve(folder);
  const words = {
    NAME: name || nameOf(home),
    PACKAGE: packageName(home),
    LANGUAGE: checkedLanguage(language),
    ZONE: ownTimeZone(),
    BROADSHEET: broadsheet,
  };
  const themeFolder = theme === undefined ? undefined : folderOfTheme(theme);
  refuseFull(home, folder);
  mkdirSync(home, { recursive: true });
  const tarball = /^file:(.+\.tgz)$/u.exec(broadsheet)?.[1];
  if (tarball !== undefined && existsSync(tarball)) {
    // In the paper's folder it is also there for a container and for whoever clones the paper.
    copyFileSync(tarball, join(home, basename(tarball)));
    words.BROADSHEET = `file:./${basename(tarball)}`;
  }
  cpSync(TEMPLATE, home, { recursive: true });
  if (themeFolder !== undefined) {
    rmSync(join(home, "content", "theme"), { recursive: true });
    cpSync(themeFolder, join(home, "content", "theme"), { recursive: true });
  }
  // npm leaves a .gitignore out of a package.
  renameSync(join(home, "gitignore"), join(home, ".gitignore"));
  for (const file of WITH_WORDS) fill(join(home, file), words);
  const articles = join(home, "content", "articles");
  for (const [place, file] of readdirSync(articles).toSorted().toReversed().entries())
    fill(join(articles, file), { DATE: new Date(now.getTime() - place * HOUR).toISOString().replace(/:\d\d\.\d{3}/u, ":00") });
  return home;
}

function ownVersion() {
  return JSON.parse(readFileSync(join(import.meta.dirname, "package.json"), "utf8")).version;
}

/** On a computer whose zone is not known it is missing, or a name that no other API accepts: "Etc/Unknown". */
function ownTimeZone() {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  try {
    Intl.DateTimeFormat("en", { timeZone });
    return timeZone ?? "UTC";
  } catch {
    return "UTC";
  }
}

/** "the-harbour_post" is "The Harbour Post". */
function nameOf(home) {
  const words = basename(home)
    .split(/[-_.\s]+/u)
    .filter(Boolean);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ") || "My paper";
}

function packageName(home) {
  return (
    basename(home)
      .toLowerCase()
      .replace(/[^a-z0-9-]+/gu, "-")
      .replace(/^-+|-+$/gu, "") || "paper"
  );
}

function checkedLanguage(tag) {
  try {
    if (/^[a-z]{2,3}(?:-|$)/iu.test(tag)) return Intl.getCanonicalLocales(tag)[0];
  } catch {
    // The same error as for an unknown tag follows.
  }
  throw new PaperError(`"${tag}" is not a language tag. Name one such as en, de or pt-BR with --language.`);
}

function folderOfTheme(name) {
  const names = readdirSync(THEMES);
  if (names.includes(name)) return join(THEMES, name);
  throw new PaperError(`There is no theme "${name}". Name one of ${names.join(", ")} with --theme, or leave the option out.`);
}

function refuseFull(home, folder) {
  if (!existsSync(home)) return;
  const there = readdirSync(home).find((entry) => !HARMLESS.has(entry));
  if (there !== undefined)
    throw new PaperError(`There is something in ${folder} already, such as ${there}. Name a folder that is empty or new.`);
}

/** Replaces placeholders. In JSON and YAML they are within quotation marks, in Markdown they are not. */
function fill(file, words) {
  const text = readFileSync(file, "utf8");
  const quoted = (word) => JSON.stringify(word).slice(1, -1);
  const isText = file.endsWith(".md");
  writeFileSync(
    file,
    text.replace(/__([A-Z]+)__/gu, (all, key) => (key in words ? (isText ? words[key] : quoted(words[key])) : all)),
  );
}
