import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useId, useState } from "react";
import { type AlertSettings, type AlertSubject, MOST_ALERT_SUBJECTS, MOST_ALERTS_A_DAY } from "#content/alerts/alerts.ts";
import { subjectId } from "#content/library/subjectId.ts";
import { listQuery } from "../../../data/queries.ts";
import { useLibrary } from "../../../data/library/useLibrary.ts";
import { useAccountWords } from "../../../i18n/accountWords.ts";
import { ErrorNotice } from "../ErrorNotice.tsx";
import { useSubmit } from "../useSubmit.ts";
import { alertProblem, postAlerts, useAlertWords } from "./useAlerts.ts";
import "../../../styles/forms.css";
import "../../../ui/button.css";

type Props = { draft: AlertSettings; onChange: (draft: AlertSettings) => void };

const DAY = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`);
const COUNTS = Array.from({ length: MOST_ALERTS_A_DAY }, (_, n) => String(n + 1));
const NIGHT = { from: "22:00", until: "07:00" };

/** What to be alerted about, and when. The server learns of it only when the form is saved. */
export function AlertForm({ draft, onChange }: Props) {
  const alertWords = useAlertWords();
  const words = useAccountWords();
  const client = useQueryClient();
  const saving = useSubmit(() => postAlerts(client, "", draft));
  const underway = saving.state === "underway";
  const change = (part: Partial<AlertSettings>) => {
    saving.forget();
    onChange({ ...draft, ...part });
  };
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        if (!underway) saving.start();
      }}
    >
      <Subjects chosen={draft.subjects} onChange={(subjects) => change({ subjects })} />
      <Select
        label={alertWords.breaking}
        value={draft.breaking}
        options={[
          ["too", alertWords.breakingToo],
          ["only", alertWords.breakingOnly],
          ["none", alertWords.breakingNone],
        ]}
        onChoose={(breaking) => change({ breaking })}
      />
      <Quiet draft={draft} onChange={change} />
      <Select
        label={alertWords.perDay}
        value={String(draft.perDay)}
        options={COUNTS.map((count) => [count, words.number(Number(count))])}
        onChoose={(count) => change({ perDay: Number(count) })}
      />
      <Select
        label={alertWords.digest}
        value={draft.digest}
        options={[
          ["off", words.off],
          ["daily", alertWords.daily],
          ["weekly", alertWords.weekly],
        ]}
        onChoose={(digest) => change({ digest })}
      />
      {saving.error !== undefined && !underway && (
        <ErrorNotice text={alertProblem(saving.error, alertWords, words)} onRetry={() => saving.start()} />
      )}
      <button className="button" type="submit" aria-disabled={underway}>
        {alertWords.save}
      </button>
      <p role="status">{saving.state === "done" && alertWords.saved}</p>
    </form>
  );
}

/** Subjects followed on this device, and those chosen on another. */
function Subjects({ chosen, onChange }: { chosen: AlertSubject[]; onChange: (subjects: AlertSubject[]) => void }) {
  const alertWords = useAlertWords();
  const followed = useLibrary("followed");
  // A subject that was chosen at first stays in the list after it is unchecked.
  const [first] = useState(chosen);
  const others = first.filter(({ kind, slug }) => !followed.has(subjectId(kind, slug)));
  const names = useNames(others);
  const all = [...followed.values(), ...others.map((subject, at) => ({ ...subject, name: names[at] ?? subject.slug }))]
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .slice(0, MOST_ALERT_SUBJECTS);
  const isSame = (a: AlertSubject) => (b: AlertSubject) => a.kind === b.kind && a.slug === b.slug;
  return (
    <fieldset>
      <legend>{alertWords.subjects}</legend>
      {all.length === 0 && <p className="hint">{alertWords.noSubjects}</p>}
      {all.map(({ kind, slug, name }) => {
        const is = isSame({ kind, slug });
        const without = chosen.filter((subject) => !is(subject));
        return (
          <label key={subjectId(kind, slug)} className="check">
            <input
              type="checkbox"
              checked={chosen.some(is)}
              onChange={({ target }) => onChange(target.checked ? [...without, { kind, slug }] : without)}
            />
            <bdi>{name}</bdi>
          </label>
        );
      })}
    </fieldset>
  );
}

/** The names of subjects that are not followed on this device; undefined for those without a page. */
function useNames(subjects: AlertSubject[]): (string | undefined)[] {
  const client = useQueryClient();
  const name = ({ kind, slug }: AlertSubject) =>
    client.ensureQueryData({ ...listQuery(kind, slug), retry: false }).then(
      (list) => list.name,
      () => undefined,
    );
  return useQuery({ queryKey: ["names", subjects], queryFn: () => Promise.all(subjects.map(name)), retry: false }).data ?? [];
}

function Quiet({ draft: { quiet, timeZone }, onChange }: { draft: AlertSettings; onChange: (part: Partial<AlertSettings>) => void }) {
  const alertWords = useAlertWords();
  return (
    <fieldset aria-label={alertWords.quiet}>
      <label className="check">
        <input type="checkbox" checked={quiet !== null} onChange={({ target }) => onChange({ quiet: target.checked ? NIGHT : null })} />
        {alertWords.quiet}
      </label>
      {quiet && (
        <>
          <Select
            label={alertWords.quietFrom}
            value={quiet.from}
            options={hours(quiet.from)}
            onChoose={(from) => onChange({ quiet: { ...quiet, from } })}
          />
          <Select
            label={alertWords.quietUntil}
            value={quiet.until}
            options={hours(quiet.until)}
            onChoose={(until) => onChange({ quiet: { ...quiet, until } })}
          />
          <p className="hint">{alertWords.timeZone(timeZone)}</p>
        </>
      )}
    </fieldset>
  );
}

/** Full hours, and the current value, which may have been set elsewhere. */
const hours = (current: string): [string, string][] => [...new Set([...DAY, current])].toSorted().map((time) => [time, time]);

type SelectProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly (readonly [Value, ReactNode])[];
  onChoose: (value: Value) => void;
};

function Select<Value extends string>({ label, value, options, onChoose }: SelectProps<Value>) {
  const id = useId();
  const choose = (text: string) => {
    const [chosen] = options.find(([option]) => option === text) ?? [];
    if (chosen !== undefined) onChoose(chosen);
  };
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => choose(target.value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </p>
  );
}
