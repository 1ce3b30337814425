/** A text as HTML, in parts that are each read separately, or why it cannot be read. */
export type PostParts = { html: string[] } | { error: string };

/** Reports a problem with a part of a post. */
export type Warn = (message: string, severity?: "warning" | "notice") => void;
