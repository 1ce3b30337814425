/** A text as HTML, in parts that are read each by itself; or why it cannot be read. */
export type Parts = { html: string[] } | { error: string };

/** Says something about a part of a post. */
export type Warn = (message: string, severity?: "warning" | "notice") => void;
