/** React DOM as a chunk that is fetched and run by itself. */
export { createRoot, hydrateRoot } from "react-dom/client";
