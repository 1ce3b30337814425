import type { ComponentType } from "react";
import type { Sponsor } from "#content/labels.ts";
import { loadSheet } from "#loading/hydration/lazyStyles.ts";
import { Picture } from "../../../ui/Picture.tsx";
import { TextLink } from "../../../ui/TextLink.tsx";
import rare from "./rare.css?url";

type Props = { sponsor: Sponsor };

/** Loads the styles together with the component. */
export async function withSheet(): Promise<ComponentType<Props>> {
  await loadSheet(rare);
  return SponsorLine;
}

/** "Paid for by Acme", above the headline, with the logo. */
function SponsorLine({ sponsor: { label, url, logo } }: Props) {
  const words = (
    <>
      {logo && <Picture picture={logo} alt="" sizes="8rem" />}
      {label}
    </>
  );
  return <p className="rare sponsor">{url === undefined ? words : <TextLink url={url}>{words}</TextLink>}</p>;
}
