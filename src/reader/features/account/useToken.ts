import { useEffect, useState } from "react";
import { useLocation } from "react-router";

/** The token after "#" in an emailed link. It is removed from the address, so that neither history nor bookmarks keep it. */
export function useToken(): string {
  const { hash } = useLocation();
  const [token] = useState(hash.slice(1));
  useEffect(() => {
    if (location.hash !== "") history.replaceState(history.state, "", location.pathname + location.search);
  }, []);
  return token;
}
