import { Body } from "@react-email/body";
import { Container } from "@react-email/container";
import { Head } from "@react-email/head";
import { Html } from "@react-email/html";
import { Img } from "@react-email/img";
import { Preview } from "@react-email/preview";
import { Section } from "@react-email/section";
import MarkdownIt from "markdown-it";
import type { CSSProperties } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Issue, IssueStory } from "./makeIssue.ts";

/** The HTML of a letter: tables for Outlook, styles in attributes for all, and classes for dark mode. @param leave the address that unsubscribes */
export const issueHtml = (issue: Issue, leave: string | undefined): string =>
  `<!DOCTYPE html>${renderToStaticMarkup(<IssueMail issue={issue} leave={leave} />)}`;

/** In pixels. */
const WIDTH = 600;
const GAP = 24;
const THUMB = 168;

const SANS = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

function IssueMail({ issue, leave }: { issue: Issue; leave: string | undefined }) {
  const { parts } = issue;
  const { colors, font, text } = issue.look;
  const [lead] = parts.flatMap(({ stories }) => stories);
  const look: Look = { color: (name) => colors.light[name] ?? "", fonts: { headline: font, text } };
  return (
    <Html lang={issue.language} dir={issue.direction}>
      <Head>
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{`${issue.name}, ${issue.date}`}</title>
        <style>{stylesOf(issue)}</style>
      </Head>
      <Body className="paper" style={{ backgroundColor: look.color("paper"), padding: `0 16px` }}>
        <Preview>{lead?.standfirst ?? lead?.headline ?? issue.date}</Preview>
        <Container style={{ maxWidth: WIDTH, margin: "0 auto" }}>
          <Nameplate issue={issue} look={look} />
          {issue.note !== undefined && <Note text={issue.note} look={look} />}
          {parts.map(({ name, address, stories }, at) => (
            <Section key={address ?? at}>
              {name !== undefined && <PartTitle name={name} address={address} look={look} />}
              {stories.map((story, place) => (
                <Story key={story.address} story={story} isLead={place === 0 && at === 0} isFirst={place === 0} look={look} />
              ))}
            </Section>
          ))}
          <Foot issue={issue} leave={leave} look={look} />
        </Container>
      </Body>
    </Html>
  );
}

/** Colours by the names of the reader's tokens, and families of type. */
type Look = { color: (name: string) => string; fonts: { headline: string; text: string } };

/** What attributes cannot say: dark colours, which need `!important` against the attributes, and phones. */
function stylesOf({ look: { colors } }: Issue): string {
  const { light, dark } = colors;
  const ink = (name: string) => `.${name}{color:${dark[name]}!important}`;
  return [
    `a{text-decoration:none}a:hover{text-decoration:underline}.note p{margin:0 0 12px}.note a{color:${light["blue"]}}.note a,.foot a{text-decoration:underline}`,
    `@media (max-width:480px){.headline{font-size:18px!important}.lead{font-size:27px!important}.thumb{width:96px!important;height:auto!important}}`,
    `@media (prefers-color-scheme:dark){.paper,.paper>table>tbody>tr>td{background-color:${dark["paper"]}!important}`,
    ["ink", "ink-soft", "ink-faint", "red", "blue"].map(ink).join(""),
    `.note a{color:${dark["blue"]}!important}.rule{border-color:${dark["rule"]}!important}.rule-strong{border-color:${dark["rule-strong"]}!important}`,
    `.sponsored td{background-color:${dark["paper-sunk"]}!important}}`,
  ].join("");
}

function Nameplate({ issue, look: { color, fonts } }: { issue: Issue; look: Look }) {
  return (
    <Section>
      <div
        className="rule-strong"
        style={{ borderBottom: `2px solid ${color("rule-strong")}`, padding: "28px 0 14px", textAlign: "center" }}
      >
        <a href={issue.home} className="ink" style={{ font: `700 36px/1.1 ${fonts.headline}`, color: color("ink") }}>
          {issue.name}
        </a>
        <div className="ink-faint" style={{ font: `13px/1.5 ${SANS}`, color: color("ink-faint"), paddingTop: 8 }}>
          {issue.date}
        </div>
      </div>
    </Section>
  );
}

const markdown = new MarkdownIt({ linkify: true });
// Only addresses with a scheme become links, as in stories.
markdown.linkify.set({ fuzzyLink: false });
// A picture of a note could be one that counts who opens the letter.
markdown.disable("image");

/** The editor's note as HTML. Tags in it are text. */
const noteHtml = (text: string): string => markdown.render(text);

function Note({ text, look: { color, fonts } }: { text: string; look: Look }) {
  return (
    <div
      className="note ink-soft rule"
      style={{
        font: `italic 17px/1.55 ${fonts.text}`,
        color: color("ink-soft"),
        borderBottom: `1px solid ${color("rule")}`,
        padding: "20px 0 8px",
      }}
      // oxlint-disable-next-line react/no-danger -- It is the HTML of Markdown, in which tags are text.
      dangerouslySetInnerHTML={{ __html: noteHtml(text) }}
    />
  );
}

function PartTitle({ name, address, look: { color } }: { name: string; address: string | undefined; look: Look }) {
  return (
    <h2
      className="rule-strong ink"
      style={{
        font: `700 15px/1.3 ${SANS}`,
        color: color("ink"),
        borderTop: `2px solid ${color("rule-strong")}`,
        margin: "20px 0 0",
        padding: "8px 0 0",
      }}
    >
      <a href={address} className="ink" style={{ color: color("ink") }}>
        {name}
      </a>
    </h2>
  );
}

type StoryProps = { story: IssueStory; isLead: boolean; isFirst: boolean; look: Look };

/** A lead has its picture above it, others a small one at their end. An advertisement is on a ground of its own. */
function Story({ story, isLead, isFirst, look }: StoryProps) {
  const { picture, isSponsored } = story;
  const sides = isSponsored ? 12 : 0;
  const style: CSSProperties = {
    borderTop: isFirst ? undefined : `1px solid ${look.color("rule")}`,
    padding: `18px ${sides}px`,
    ...(isSponsored && { backgroundColor: look.color("paper-sunk") }),
  };
  const isBeside = picture !== undefined && !isLead;
  return (
    <table
      role="presentation"
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      lang={story.language}
      dir={story.direction}
      className={isSponsored ? "sponsored" : undefined}
    >
      <tbody>
        <tr>
          <td className="rule" valign="top" style={style}>
            {picture && isLead && <Picture story={story} picture={picture} width={WIDTH} />}
            <StoryText story={story} isLead={isLead} look={look} />
          </td>
          {isBeside && (
            <td
              className="rule"
              valign="top"
              width={THUMB}
              style={{ ...style, [story.direction === "rtl" ? "paddingRight" : "paddingLeft"]: 16, width: 1 }}
            >
              <Picture story={story} picture={picture} width={THUMB} />
            </td>
          )}
        </tr>
      </tbody>
    </table>
  );
}

function Picture({ story, picture, width }: { story: IssueStory; picture: NonNullable<IssueStory["picture"]>; width: number }) {
  const height = Math.round((width * picture.height) / picture.width);
  const isWide = width === WIDTH;
  return (
    <a href={story.address} tabIndex={-1}>
      <Img
        src={picture.url}
        width={width}
        height={height}
        // The headline beside it names the story already; a link without words would be read as its address.
        alt={picture.alt || story.headline}
        className={isWide ? undefined : "thumb"}
        style={isWide ? { width: "100%", height: "auto", marginBottom: 14 } : { width, maxWidth: "none" }}
      />
    </a>
  );
}

function StoryText({ story, isLead, look: { color, fonts } }: { story: IssueStory; isLead: boolean; look: Look }) {
  const small: CSSProperties = { font: `13px/1.45 ${SANS}`, color: color("ink-faint"), paddingTop: 6 };
  return (
    <>
      {story.label !== undefined && (
        <div
          className={story.isSponsored ? "ink-soft" : "red"}
          style={{ ...small, fontWeight: 700, color: color(story.isSponsored ? "ink-soft" : "red"), padding: "0 0 4px" }}
        >
          {story.label}
        </div>
      )}
      <h3 style={{ margin: 0, font: `600 ${isLead ? 32 : 21}px/1.2 ${fonts.headline}` }} className={isLead ? "lead" : "headline"}>
        <a href={story.address} className="ink" style={{ color: color("ink") }} rel={story.isSponsored ? "sponsored" : undefined}>
          {story.headline}
        </a>
      </h3>
      {story.standfirst !== undefined && (
        <p className="ink-soft" style={{ margin: "6px 0 0", font: `${isLead ? 18 : 16}px/1.5 ${fonts.text}`, color: color("ink-soft") }}>
          {story.standfirst}
        </p>
      )}
      {story.byline !== "" && (
        <div className="ink-faint" style={small}>
          {story.byline}
        </div>
      )}
      {story.ai !== undefined && (
        <div className="ink-faint" style={small}>
          {story.ai}
        </div>
      )}
    </>
  );
}

function Foot({ issue, leave, look: { color } }: { issue: Issue; leave: string | undefined; look: Look }) {
  const link: CSSProperties = { color: color("ink-soft") };
  return (
    <div
      className="foot rule-strong ink-faint"
      style={{
        borderTop: `2px solid ${color("rule-strong")}`,
        marginTop: GAP,
        padding: `16px 0 40px`,
        font: `13px/1.6 ${SANS}`,
        color: color("ink-faint"),
      }}
    >
      <div style={{ fontSize: 15, paddingBottom: 12 }}>
        <a href={issue.home} className="ink" style={{ color: color("ink") }}>
          {issue.say("more")}
        </a>
      </div>
      <div>{issue.say("reason")}</div>
      {leave !== undefined && (
        <div>
          <a href={leave} className="ink-soft" style={link}>
            {issue.say("leave")}
          </a>
        </div>
      )}
      {issue.imprint !== undefined && <div style={{ paddingTop: 12 }}>{issue.imprint}</div>}
    </div>
  );
}
