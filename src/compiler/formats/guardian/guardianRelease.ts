import { releaseTable } from "../../draft/release/releaseTable.ts";
import { type Raw, recordIn, recordsOf } from "../../text/jsonRecord.ts";

const readItem = releaseTable({
  isExpired: { means: "hides" },
  isGone: { means: "hides" },
  // The channel "open" is the website; the others are apps.
  channels: { publishes: ["open"], any: true, isRequired: true },
  "fields.isLive": { means: "shows" },
  // No item that everybody can read has one.
  "fields.membershipAccess": { publishes: [], withholds: ["members-only", "paid-members-only"] },
  "fields.scheduledPublicationDate": { means: "release" },
  // Nothing in the documentation says that such an item may be published elsewhere.
  "fields.legallySensitive": { publishes: ["false"] },
  // The settings of the newsroom's Composer, which its previews have.
  ...Object.fromEntries(
    ["", "fields.", "settings."].flatMap((group) => [
      [`${group}scheduledLaunchDate`, { means: "release" as const }],
      [`${group}embargoedUntil`, { means: "embargo" as const }],
      [`${group}embargoedIndefinitely`, { means: "hides" as const }],
    ]),
  ),
});

/** When readers may see an item, by the fields of the content API and of Composer. */
export const guardianRelease: typeof readItem = (item, time) => readItem({ ...item, channels: channelsOf(item) }, time);

/** The channels in which an item is available: [{ channelId, fields: { isAvailable } }]. */
function channelsOf({ channels }: Raw): unknown {
  if (!Array.isArray(channels) || channels.length === 0) return undefined;
  return recordsOf(channels).flatMap((channel) => (recordIn(channel, "fields")["isAvailable"] === false ? [] : [channel["channelId"]]));
}
