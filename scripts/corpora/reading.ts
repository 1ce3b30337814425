/** The result of importing one file or folder of a corpus. */
export type Reading = {
  /** The path relative to the folder of the corpora. */
  path: string;
  items: number;
  published: number;
  skipped: number;
  problems: number;
  errors: number;
  /** The first error, or that the file is not in a known format. */
  firstError?: string | undefined;
  /** The exception, or that the reading did not end. */
  crash?: string | undefined;
  seconds: number;
};

export const emptyReading = (path: string, seconds: number): Reading => ({
  path,
  items: 0,
  published: 0,
  skipped: 0,
  problems: 0,
  errors: 0,
  seconds,
});
