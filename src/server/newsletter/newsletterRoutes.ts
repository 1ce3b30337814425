import { type Context, Hono } from "hono";
import * as v from "valibot";
import { PALETTES } from "#content/brand.ts";
import { editionFolder } from "#content/paths.ts";
import { type NewsletterFace, NewsletterFaceSchema } from "#content/words/newsletterFace.ts";
import { MAIL_FILE } from "#content/words/wordFiles.ts";
import { EmailSchema } from "../accounts/accountSchemas.ts";
import { servedSite } from "../alerts/servedSite.ts";
import { type EmailMessages, emailMessages } from "../mail/emailMessages.ts";
import { subscriptionEmail } from "../mail/emails.ts";
import { Problem } from "../problemResponse.ts";
import { textOf } from "../request.ts";
import type { Server } from "../server.ts";
import { type Look, newsletterPage, type Page } from "./newsletterPage.ts";
import { askedIn, confirmToken, recipientOf } from "./newsletterTokens.ts";
import { leave, subscribe } from "./subscriberStore.ts";

/** The paths of forms, which post what no other route takes. Those after the first need a token that no other site has. */
export const NEWSLETTER_PATHS = ["/newsletter", "/newsletter/confirm", "/newsletter/leave"];

/** In bytes. An address and an edition are smaller. */
const LARGEST_FORM = 4096;

type Said = Look & { say: (part: string) => string; messages: EmailMessages; hasNewsletter: boolean };

/**
 * The pages on which readers subscribe to the newsletter and leave it. They work without scripts. Nothing is stored of an address
 * before its reader confirms it, and no answer tells whether it is subscribed.
 * @param site the folder of the built site, which says whether there is a newsletter
 */
export function newsletterRoutes(server: Server, site: string | undefined): Hono {
  const pages = pagesOf(server, site);
  return new Hono().route("/", subscribing(server, pages)).route("/", confirming(server, pages)).route("/", leaving(server, pages));
}

type Pages = ReturnType<typeof pagesOf>;

/** What all of its pages need. */
function pagesOf({ settings, paper }: Server, site: string | undefined) {
  const served = site === undefined ? undefined : servedSite(site, settings.address);
  const addressOf = (path: string, values: Record<string, string>) => `${settings.address}api/newsletter${path}${query(values)}`;
  return {
    addressOf,
    /** The words and the look of an edition. @throws Problem 404 if the site has no newsletter in it, unless the page works without one */
    said: async (prefix: string, isNeeded = true): Promise<Said> => {
      const read = v.safeParse(MailFileSchema, await served?.read(editionFolder(prefix) + MAIL_FILE).catch(() => undefined));
      const face = read.success ? read.output.newsletter : undefined;
      if (isNeeded && face === undefined) throw new Problem(404, "no-newsletter", "This paper has no newsletter.");
      const messages = read.success ? emailMessages({ language: read.output.language, sentences: read.output.sentences }) : paper.messages;
      const name = face?.paper ?? paper.name;
      const say = (part: string) => messages.say("subscribe", part, { paper: name });
      const home = settings.address + editionFolder(prefix).replace(/\/$/u, "");
      return { paper: name, home, language: messages.language, face: face ?? PLAIN_FACE, say, messages, hasNewsletter: face !== undefined };
    },
    answer: (page: Omit<Page, "link">, look: Said) => newsletterPage({ ...page, link: { href: look.home, text: look.say("back") } }, look),
    /** For a link that is incomplete or too old. */
    old: (look: Said, edition: string) => {
      const link = look.hasNewsletter
        ? { href: addressOf("", { edition }), text: look.say("again") }
        : { href: look.home, text: look.say("back") };
      return newsletterPage({ title: look.say("oldTitle"), paragraphs: [look.say("old")], link, status: 410 }, look);
    },
  };
}

/** The page with the form, and what it posts. */
function subscribing(server: Server, { said, answer, addressOf }: Pages): Hono {
  const { settings, paper } = server;
  const form = (look: Said, edition: string, wrong?: string) =>
    answer(
      {
        title: look.say("title"),
        paragraphs: [look.say(look.face.every), look.say("privacy")],
        ...(wrong !== undefined && { status: 400 }),
        form: { button: look.say("subscribe"), email: { label: look.say("email"), wrong }, edition },
      },
      look,
    );
  return new Hono()
    .get("/newsletter", async (c) => {
      const edition = editionIn(c.req.query("edition"));
      return form(await said(edition), edition);
    })
    .post("/newsletter", async (c) => {
      if (c.req.header("origin") !== new URL(settings.address).origin)
        throw new Problem(403, "foreign", "Only pages of this site may send this request.");
      const fields = await formOf(c);
      const edition = editionIn(fields.get("edition"));
      const look = await said(edition);
      const email = v.safeParse(EmailSchema, fields.get("email"));
      if (!email.success) return form(look, edition, look.say("wrong"));
      try {
        await server.limit(c, "newsletter");
        await server.limitEmails(c);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        const { status, headers } = error;
        return answer({ title: look.say("title"), paragraphs: [look.say("many")], status, headers }, look);
      }
      // Whoever is subscribed gets the same email, so that neither the answer nor a mailbox tells others.
      if (await server.allows("newsletter email", email.output)) {
        const token = await confirmToken(settings.secret, { email: email.output, edition }, Date.now());
        const own = { ...paper, name: look.paper, home: look.home, messages: look.messages };
        server.send(subscriptionEmail(own, email.output, addressOf("/confirm", { token, edition })));
      }
      return c.redirect(addressOf("/sent", { edition }), 303);
    })
    .get("/newsletter/sent", async (c) => {
      const look = await said(editionIn(c.req.query("edition")));
      return answer({ title: look.say("sentTitle"), paragraphs: [look.say("sent")] }, look);
    });
}

/** Where the link in the email leads. Virus scanners open links, so only the button subscribes. */
function confirming({ settings, database }: Server, { said, answer, old }: Pages): Hono {
  return new Hono()
    .get("/newsletter/confirm", async (c) => {
      const edition = editionIn(c.req.query("edition"));
      const look = await said(edition);
      if ((await askedIn(settings.secret, c.req.query("token") ?? "", Date.now())) === undefined) return old(look, edition);
      return answer({ title: look.say("confirmTitle"), paragraphs: [look.say("confirm")], form: { button: look.say("subscribe") } }, look);
    })
    .post("/newsletter/confirm", async (c) => {
      const edition = editionIn(c.req.query("edition"));
      const look = await said(edition);
      const asked = await askedIn(settings.secret, c.req.query("token") ?? "", Date.now());
      if (asked === undefined) return old(look, edition);
      await subscribe(database.db, asked.email, asked.edition, Date.now());
      return answer({ title: look.say("confirmedTitle"), paragraphs: [look.say("confirmed")] }, look);
    });
}

/** Where the link in each letter leads, and what mail programs post to (RFC 8058). Letters can be left when the newsletter has ended, too. */
function leaving(server: Server, { said, answer, old }: Pages): Hono {
  const { settings, database } = server;
  return new Hono()
    .get("/newsletter/leave", async (c) => {
      const edition = editionIn(c.req.query("edition"));
      const look = await said(edition, false);
      if (recipientOf(settings.secret, c.req.query("token") ?? "") === undefined) return old(look, edition);
      return answer({ title: look.say("leaveTitle"), paragraphs: [look.say("leave")], form: { button: look.say("leaveTitle") } }, look);
    })
    .post("/newsletter/leave", async (c) => {
      const edition = editionIn(c.req.query("edition"));
      const look = await said(edition, false);
      const recipient = recipientOf(settings.secret, c.req.query("token") ?? "");
      if (recipient === undefined) return old(look, edition);
      const email = await leave(database.db, recipient, Date.now());
      if (email !== undefined) server.later(() => database.purge([email]));
      return answer({ title: look.say("leftTitle"), paragraphs: [look.say("left")] }, look);
    });
}

const MailFileSchema = v.object({
  language: v.string(),
  sentences: v.record(v.string(), v.record(v.string(), v.string())),
  newsletter: v.optional(NewsletterFaceSchema),
});

const PLAIN_FACE: NewsletterFace = {
  every: "day",
  paper: "",
  font: "Georgia, serif",
  colors: { light: PALETTES.light, dark: PALETTES.dark },
};

/** The prefix of an edition, as a form or a link has it: "/nl". Anything else is the main edition. */
const editionIn = (written: unknown): string => (typeof written === "string" && /^\/[a-z\d-]{2,35}$/u.test(written) ? written : "");

function query(values: Record<string, string>): string {
  const given = Object.entries(values).filter(([, value]) => value !== "");
  return given.length === 0 ? "" : `?${new URLSearchParams(given).toString()}`;
}

/** The fields of a form. @throws Problem 413 or 415 */
async function formOf(c: Context): Promise<URLSearchParams> {
  if (!/^application\/x-www-form-urlencoded\b/iu.test(c.req.header("content-type") ?? ""))
    throw new Problem(415, "not-a-form", "The request must be a form.");
  return new URLSearchParams(await textOf(c.req.raw, LARGEST_FORM));
}
