import type { ReactNode } from "react";
import { subjectPath } from "#content/paths.ts";
import type { Teaser } from "#content/teaser.ts";
import { useTeaserLibrary } from "./teaserLibrary.ts";
import { languageOf } from "../i18n/languageOf.ts";
import { Picture } from "../ui/Picture.tsx";
import { HeadlineLink } from "../ui/HeadlineLink.tsx";
import { TeaserMeta, type TeaserMetaStyle } from "./TeaserMeta.tsx";
import "./teaser.css";
import { PageLink } from "../ui/PageLink.tsx";

/**
 * The layout of a teaser: "brief" has a small picture beside its text on phones, "beside" has its picture beside its text
 * where there is room, "small" is a headline alone.
 */
export type TeaserShape = "plain" | "brief" | "beside" | "small";

/**
 * How wide pictures in lists are drawn. On phones they are square, and a photograph that fills the square is half as wide again;
 * elsewhere they are as wide as the space beside the dates allows.
 */
export const IN_A_LIST = "(width < 28rem) 9rem, (width < 48rem) 15rem, (51rem <= width < 56rem) or (width >= 67rem) 16rem, 10rem";

type Props = {
  teaser: Teaser;
  /** An item, where it stands in a list with nothing else. */
  as?: "article" | "li";
  shape?: TeaserShape;
  heading?: "h2" | "h3";
  meta?: TeaserMetaStyle | undefined;
  picture?: boolean;
  /** How wide its picture is drawn. */
  sizes?: string;
  /** Whether it is on the first screen. */
  first?: boolean;
  /** Replaces its last line. */
  children?: ReactNode;
};

/** One story in a list or strip. The headline's link covers the card. A text in another language is marked as such; the card is not. */
export function TeaserCard({
  teaser,
  as: Card = "article",
  shape = "plain",
  heading: Heading = "h3",
  meta = "date",
  picture = true,
  sizes = IN_A_LIST,
  first = false,
  children,
}: Props) {
  const { seen, save, replacement } = useTeaserLibrary()?.teaser(teaser) ?? {};
  if (replacement) return replacement;
  const className = ["teaser", shape !== "plain" && shape, seen && !children && "seen"].filter(Boolean).join(" ");
  const withPicture = picture && teaser.image !== undefined;
  return (
    <Card className={className}>
      {withPicture && teaser.image && <Picture picture={teaser.image} alt="" sizes={sizes} first={first} />}
      <TeaserKicker teaser={teaser} />
      <Heading {...languageOf(teaser)}>
        <HeadlineLink story={teaser} />
      </Heading>
      {teaser.standfirst && shape !== "small" && (
        <p className="standfirst" {...languageOf(teaser)}>
          {teaser.standfirst}
        </p>
      )}
      {children ?? (
        <TeaserMeta teaser={teaser} style={meta} seen={seen}>
          {save}
        </TeaserMeta>
      )}
    </Card>
  );
}

export function TeaserKicker({ teaser: { sponsor, members, genre, kicker } }: { teaser: Teaser }): ReactNode {
  const label = [sponsor, members, genre !== kicker?.name && genre].filter(Boolean).join(" / ");
  const link = kicker && (
    <PageLink className={label ? undefined : "kicker"} to={subjectPath(kicker.kind, kicker.slug)} dir="auto">
      {kicker.name}
    </PageLink>
  );
  if (!label) return link;
  return (
    <p className="kicker">
      <bdi className="genre">{sponsor ? <strong>{label}</strong> : label}</bdi>
      {link && " / "}
      {link}
    </p>
  );
}
