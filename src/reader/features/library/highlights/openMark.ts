import { createStore } from "../../../store/createStore.ts";

/** The highlight whose card is open; one at a time. `noting`: the field for its note gets the focus. */
export type OpenMark = { id: string; noting: boolean };

const open = createStore<OpenMark | undefined>(undefined);

export const openMark = open.set;
export const useOpenMark = open.use;
