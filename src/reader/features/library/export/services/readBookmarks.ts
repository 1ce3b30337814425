import type { Token } from "parse5";
import { inPieces } from "../../../../device/inPieces.ts";
import { addLink, type Fault, type Found, parseEpoch } from "./found.ts";

/** How many characters are read at once. */
const CHUNK = 50_000;

/** Most of such a file is icons, which are not needed. */
const ICON = / ICON(?:_URI)?="[^"]*"/giu;

/**
 * Reads bookmarks as every browser exports them (the Netscape bookmark file:
 * https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/platform-apis/aa753582(v=vs.85)),
 * and the older export of Pocket, ril_export.html. A folder becomes a tag.
 * The file is never rendered: its HTML tags are read one by one, as text.
 */
export async function readBookmarks(text: string, file: string): Promise<Found> {
  const { Tokenizer } = await import("parse5");
  const handler = new BookmarkHandler(file);
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, handler);
  const plain = text.replace(ICON, "");
  const starts = Array.from({ length: Math.ceil(plain.length / CHUNK) }, (_, index) => index * CHUNK);
  await inPieces(starts, (from) => tokenizer.write(plain.slice(from, from + CHUNK), from + CHUNK >= plain.length));
  return handler.end();
}

type Open = { attributes: ReadonlyMap<string, string>; place: string; title: string };

/** Collects the links of a bookmark file from its HTML tags. */
class BookmarkHandler {
  private readonly found: Found = { links: [], faults: [] };
  private readonly file: string;
  /** The names of the enclosing folders; "" for one without a name, or with one that the browser gave it. */
  private folders: string[] = [];
  private heading: { text: string; isOfBrowser: boolean } | undefined;
  private inHeading = false;
  private inArchive = false;
  private link: Open | undefined;
  /** A link whose description may follow. */
  private last: Open | undefined;
  private description: string | undefined;

  constructor(file: string) {
    this.file = file;
  }

  onStartTag({ tagName, attrs, location }: Token.TagToken): void {
    const attributes = new Map(attrs.map(({ name, value }) => [name, value]));
    if (tagName === "a") this.begin({ attributes, place: `line ${location?.startLine ?? 1}`, title: "" });
    if (tagName === "dd") this.description = "";
    if (/^(?:dt|dl|h1|h3)$/u.test(tagName)) this.finish();
    if (tagName === "h1" || tagName === "h3") {
      this.heading = {
        text: "",
        isOfBrowser: tagName === "h1" || attributes.has("personal_toolbar_folder") || attributes.has("unfiled_bookmarks_folder"),
      };
      this.inHeading = true;
    }
    if (tagName === "dl") {
      this.folders.push(this.heading && !this.heading.isOfBrowser ? this.heading.text : "");
      this.heading = undefined;
    }
  }

  onEndTag({ tagName }: Token.TagToken): void {
    if (tagName === "a" && this.link) {
      this.last = this.link;
      this.link = undefined;
    }
    if (tagName === "h1" || tagName === "h3") {
      this.inHeading = false;
      // In Pocket's export, read links are listed below this heading.
      if (tagName === "h1") this.inArchive = this.heading?.text.trim() === "Read Archive";
    }
    if (tagName === "dl") {
      this.finish();
      this.folders.pop();
    }
    if (tagName === "li") this.finish();
  }

  onCharacter({ chars }: Token.CharacterToken): void {
    if (this.link) this.link.title += chars;
    else if (this.inHeading && this.heading) this.heading.text += chars;
    else if (this.description !== undefined) this.description += chars;
  }

  onWhitespaceCharacter(token: Token.CharacterToken): void {
    this.onCharacter(token);
  }

  onComment(): void {}
  onDoctype(): void {}
  onEof(): void {}
  onNullCharacter(): void {}

  end(): Found {
    if (this.link) this.fault({ place: this.link.place, reason: "a link is never closed, so links after it may be missing" });
    this.begin(undefined);
    const isEmpty = this.found.links.length === 0 && this.found.faults.length === 0;
    if (isEmpty) this.fault({ reason: "contains no links" });
    return this.found;
  }

  private fault(fault: Omit<Fault, "file">): void {
    this.found.faults.push({ file: this.file, ...fault });
  }

  private begin(link: Open | undefined): void {
    // A link that was never closed ends where the next one begins.
    if (this.link) this.last = this.link;
    this.finish();
    this.link = link;
  }

  private finish(): void {
    const { last, description } = this;
    this.last = undefined;
    this.description = undefined;
    if (!last) return;
    const attribute = (name: string) => last.attributes.get(name) ?? "";
    const note = description?.trim();
    const raw = {
      url: attribute("href"),
      title: last.title,
      savedAt: parseEpoch(attribute("add_date") || attribute("time_added")),
      read: this.inArchive || attribute("toread") === "0",
      tags: [...this.folders, ...attribute("tags").split(",")],
      quotes: note ? [{ text: "", note }] : [],
    };
    addLink(raw, this.found, this.file, last.place);
  }
}
