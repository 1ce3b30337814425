/** React as a part that is fetched and run by itself. */
export { createRoot, hydrateRoot } from "react-dom/client";
