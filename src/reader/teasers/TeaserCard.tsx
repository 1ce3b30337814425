import type { ReactNode } from "react";
import { subjectPath } from "#content/paths.ts";
import type { Teaser } from "#content/teaser.ts";
import { useShownLibrary } from "./shownLibrary.ts";
import { languageOf } from "../i18n/languageOf.ts";
import { Picture } from "../ui/Picture.tsx";
import { HeadlineLink } from "../ui/HeadlineLink.tsx";
import { TeaserMeta, type TeaserMetaStyle } from "./TeaserMeta.tsx";
import "./teaser.css";
import { PageLink } from "../ui/PageLink.tsx";

/** How a teaser lies: "brief" has its picture small beside on phones, "beside" next to its words where there is room, "small" is a headline alone. */
export type TeaserShape = "plain" | "brief" | "beside" | "small";

/** How wide lists draw pictures. On phones they are square, which a photograph fills with half of it beyond the edges; on others as wide as there is room beside the dates. */
export const IN_A_LIST = "(width < 28rem) 9rem, (width < 48rem) 15rem, (51rem <= width < 56rem) or (width >= 67rem) 16rem, 10rem";

type Props = {
  teaser: Teaser;
  shape?: TeaserShape;
  heading?: "h2" | "h3";
  meta?: TeaserMetaStyle | undefined;
  picture?: boolean;
  /** How wide its picture is drawn. */
  sizes?: string;
  /** Whether it stands on the first screen. */
  first?: boolean;
  /** In place of its last line. */
  children?: ReactNode;
};

/** One story in a list or strip. The headline's link covers the card. A text in another language says so; the card lies as its list does. */
export function TeaserCard({
  teaser,
  shape = "plain",
  heading: Heading = "h3",
  meta = "date",
  picture = true,
  sizes = IN_A_LIST,
  first = false,
  children,
}: Props) {
  const { seen, save, instead } = useShownLibrary()?.teaser(teaser) ?? {};
  if (instead) return instead;
  const shown = ["teaser", shape !== "plain" && shape, seen && !children && "seen"].filter(Boolean).join(" ");
  const withPicture = picture && teaser.image !== undefined;
  return (
    <article className={shown}>
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
    </article>
  );
}

export function TeaserKicker({ teaser }: { teaser: Teaser }): ReactNode {
  if (teaser.genre === undefined && teaser.kicker === undefined) return null;
  return (
    <p className="kicker">
      {teaser.genre && <bdi className="genre">{teaser.genre}</bdi>}
      {teaser.genre && teaser.kicker && " / "}
      {teaser.kicker && (
        <PageLink to={subjectPath(teaser.kicker.kind, teaser.kicker.slug)} dir="auto">
          {teaser.kicker.name}
        </PageLink>
      )}
    </p>
  );
}
