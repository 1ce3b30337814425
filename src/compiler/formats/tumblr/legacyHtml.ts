import { oneLine } from "../../text/cleanText.ts";
import { escapeHtml } from "../../text/escaped.ts";
import { type Raw, recordIn, recordsOf, scalarText } from "../../text/jsonRecord.ts";
import { figureHtml, frameHtml } from "../../text/figureHtml.ts";

/** The title and the text of a post by its type, as the API gives posts by default ("legacy"). */
export function legacyHtml(post: Raw): { title: string; html: string } {
  const text = (name: string) => scalarText(post[name]);
  const title = oneLine(text("title"));
  switch (text("type")) {
    case "photo":
      return { title: "", html: `${photos(post)}${text("caption")}` };
    case "quote":
      return { title: "", html: `<blockquote><p>${text("text")}</p></blockquote>${line(text("source"), "— ")}` };
    case "link":
      return { title, html: `<p><a href="${escapeHtml(text("url"))}">${escapeHtml(title || text("url"))}</a></p>${text("description")}` };
    case "chat":
      return { title, html: dialogue(post) };
    case "audio":
      return { title: "", html: `${audio(post)}${text("caption")}` };
    case "video":
      return { title: "", html: `${video(post)}${text("caption")}` };
    case "answer":
      return { title: "", html: `<blockquote>${line(text("question"))}${line(text("asking_name"), "— ")}</blockquote>${text("answer")}` };
    default:
      return { title, html: text("body") };
  }
}

const line = (html: string, before = ""): string => (html === "" ? "" : `<p>${before}${html}</p>`);

function photos(post: Raw): string {
  const all = recordsOf(post["photos"]).map((photo) =>
    figureHtml({ src: scalarText(recordIn(photo, "original_size")["url"]), caption: scalarText(photo["caption"]) }),
  );
  return all.length > 1 ? `<div class="gallery">${all.join("")}</div>` : all.join("");
}

function dialogue(post: Raw): string {
  const lines = recordsOf(post["dialogue"]).map(
    ({ label, phrase }) => `<strong>${escapeHtml(scalarText(label))}</strong> ${escapeHtml(scalarText(phrase))}`,
  );
  return lines.length === 0 ? scalarText(post["body"]) : `<p>${lines.join("<br>")}</p>`;
}

function audio(post: Raw): string {
  const title = [post["track_name"], post["artist"]].map(scalarText).filter(Boolean).join(" – ");
  const url = scalarText(post["audio_url"]);
  return url === "" ? scalarText(post["embed"] ?? post["player"]) : `<audio src="${escapeHtml(url)}" title="${escapeHtml(title)}"></audio>`;
}

/** The player of another service is there in several sizes. */
function video(post: Raw): string {
  const page = scalarText(post["permalink_url"]);
  const url = scalarText(post["video_url"]);
  if (page !== "") return frameHtml(page);
  return url === "" ? scalarText(recordsOf(post["player"]).at(-1)?.["embed_code"]) : `<video src="${escapeHtml(url)}"></video>`;
}
