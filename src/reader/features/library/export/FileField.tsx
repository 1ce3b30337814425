import type { ExportWords } from "../../../i18n/wordTypes.ts";

type Props = {
  id: string;
  label: string;
  /** The file extensions and types that can be chosen. */
  accept: string;
  multiple?: boolean;
  /** The names of the files that are chosen. */
  name: string | undefined;
  invalid?: boolean;
  /** The id of the element that says what is wrong with them. */
  said: string;
  words: ExportWords;
  onFiles: (files: File[]) => void;
};

/** A field for choosing files. The browser's own control lies over ours, see library.css. */
export function FileField({ id, label, accept, multiple = false, name, invalid = false, said, words, onFiles }: Props) {
  return (
    <div className="field">
      <label id={`${id}-label`} htmlFor={id}>
        {label}
      </label>
      <p className="file-field">
        <span className="button quiet" id={`${id}-choose`} aria-hidden="true">
          {multiple ? words.chooseFiles : words.chooseFile}
        </span>
        <bdi>{name ?? words.noFile}</bdi>
        <input
          id={id}
          type="file"
          accept={accept}
          multiple={multiple}
          aria-labelledby={`${id}-label ${id}-choose`}
          aria-invalid={invalid}
          aria-describedby={invalid ? said : undefined}
          // So that the same file can be chosen again once it has been corrected.
          onClick={({ currentTarget }) => (currentTarget.value = "")}
          onChange={({ target }) => target.files?.[0] && onFiles([...target.files])}
        />
      </p>
    </div>
  );
}
