import type { Edition } from "#content/edition/edition.ts";
import { storiesOnDevice } from "../../../device/offlineContent.ts";
import type { SearchProvider } from "../searchProvider.ts";
import { deviceSearch } from "./deviceSearch.ts";

/** The search over the stories on the device. Undefined if there are none. */
export async function openDevice(edition: Edition | undefined): Promise<SearchProvider | undefined> {
  const stories = await storiesOnDevice();
  return stories.length === 0 ? undefined : deviceSearch(stories, edition);
}
