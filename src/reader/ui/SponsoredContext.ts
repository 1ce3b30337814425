import { createContext, useContext } from "react";

const Sponsored = createContext(false);

export const SponsoredProvider = Sponsored.Provider;

/** Whether it is in an advertisement, whose links search engines must not take for recommendations of the paper. */
export const useIsSponsored = (): boolean => useContext(Sponsored);
