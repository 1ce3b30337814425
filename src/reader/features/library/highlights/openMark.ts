import { createStore } from "../../../store/createStore.ts";

/** The highlight whose card is open; one at a time. `noting`: its note is to be written. */
export type OpenMark = { id: string; noting: boolean };

const open = createStore<OpenMark | undefined>(undefined);

export const openMark = open.set;
export const useOpenMark = open.use;
