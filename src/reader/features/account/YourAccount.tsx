import { useQueryClient } from "@tanstack/react-query";
import { type MouseEvent, type ReactNode, useState } from "react";
import { noteSync, syncState } from "./sync/syncState.ts";
import { noteSignedIn } from "../../data/signedIn.ts";
import { lazyPart } from "#loading/hydration/lazyPart.tsx";
import { useAccountWords } from "../../i18n/accountWords.ts";
import { AccountForm } from "./AccountForm.tsx";
import { apiUrl, postApi } from "../../data/api.ts";
import { currentPasswordField, newPasswordField, textIn } from "./accountFields.ts";
import { forgetPushDevice, unsubscribe } from "./alerts/pushDevice.ts";
import { forgetMembership } from "./forgetMembership.ts";
import { Passkeys } from "./Passkeys.tsx";
import { problemText } from "./problemText.ts";
import { Sessions } from "./Sessions.tsx";
import { ErrorNotice } from "./ErrorNotice.tsx";
import { accountKey } from "./useAccount.ts";
import { useSubmit } from "./useSubmit.ts";

const SyncSection = lazyPart(() => import("./sync/SyncSection.tsx").then((module) => module.SyncSection));
const AlertsSection = lazyPart(() => import("./alerts/AlertsSection.tsx").then(({ loadAlertsSection }) => loadAlertsSection()));
const MembershipSection = lazyPart(() => import("./members/MembershipSection.tsx").then(({ loadMembership }) => loadMembership()));
const LeavePanel = lazyPart(() => import("./sync/LeavePanel.tsx").then((module) => module.LeavePanel));

type Props = { email: string; isMember: boolean; twitter: boolean; onDeleted: () => void };

/** The account of the signed-in reader, and everything that can be done with it. */
export function YourAccount({ email, isMember, twitter, onDeleted }: Props) {
  const words = useAccountWords();
  const client = useQueryClient();
  const leave = useSubmit(async () => {
    await unsubscribe();
    await postApi("sign-out");
    await forgetMembership(client);
  });
  const onLeft = () => clearAccount(client, twitter);
  const [isLeaving, setIsLeaving] = useState(false);
  const signOut = () => (syncState() ? setIsLeaving(true) : void leave.run().then(onLeft, () => {}));
  return (
    <>
      {/* An account created with X (Twitter) may have no email address; the server gives it one that nobody can have. */}
      <p>{email.endsWith(".invalid") ? words.signedInWithX : <bdi>{email}</bdi>}</p>
      <p>
        <button className="button quiet" type="button" aria-disabled={leave.state === "underway"} onClick={signOut}>
          {words.signOut}
        </button>
      </p>
      {leave.error !== undefined && <ErrorNotice text={problemText(leave.error, words)} onRetry={signOut} />}
      {isLeaving && <LeavePanel signOut={leave.run} onLeft={onLeft} onClose={() => setIsLeaving(false)} />}
      {isMember && <MembershipSection />}
      <SyncSection />
      <AlertsSection />
      <Sessions />
      <Passkeys />
      <ChangePassword />
      <ChangeEmail />
      <YourData />
      <DeleteAccount twitter={twitter} onDeleted={onDeleted} />
    </>
  );
}

/** Downloads what the server holds. If this device has the library's key, the records are decrypted here first. */
function YourData() {
  const words = useAccountWords();
  const taking = useSubmit(async () => (await import("./encryption/downloadAccount.ts")).downloadAccount());
  const underway = taking.state === "underway";
  const take = (event: MouseEvent) => {
    // Over plain HTTP a browser cannot decrypt: the link downloads the file as it is.
    if (!("subtle" in crypto)) return;
    event.preventDefault();
    if (!underway) taking.start();
  };
  return (
    <>
      <p>
        <a className="more-link" href={apiUrl("account/export")} download aria-disabled={underway} onClick={take}>
          {words.downloadData}
        </a>
      </p>
      {taking.error !== undefined && !underway && <ErrorNotice text={problemText(taking.error, words)} onRetry={() => taking.start()} />}
    </>
  );
}

function ChangePassword() {
  const words = useAccountWords();
  const client = useQueryClient();
  const send = async (data: FormData) => {
    await postApi("account/password", { password: textIn(data, "password"), newPassword: textIn(data, "newPassword") });
    await client.invalidateQueries({ queryKey: accountKey });
  };
  return (
    <Disclosure title={words.changePassword}>
      <AccountForm
        fields={[currentPasswordField(words), newPasswordField(words.newPassword, words)]}
        submit={words.savePassword}
        send={send}
        done={words.passwordChanged}
      />
    </Disclosure>
  );
}

function ChangeEmail() {
  const words = useAccountWords();
  return (
    <Disclosure title={words.changeEmail}>
      <AccountForm
        fields={[{ name: "email", label: words.newEmail, autoComplete: "email" }, currentPasswordField(words)]}
        submit={words.sendEmail}
        send={(data) => postApi("account/email", { email: textIn(data, "email").trim(), password: textIn(data, "password") })}
        done={words.changeSent}
      />
    </Disclosure>
  );
}

function DeleteAccount({ twitter, onDeleted }: { twitter: boolean; onDeleted: () => void }) {
  const words = useAccountWords();
  const client = useQueryClient();
  const send = async (data: FormData) => {
    const password = textIn(data, "password");
    await postApi("account/delete", password === "" ? {} : { password });
    // If the browser does not end the subscription, it does not matter: the server has forgotten this device.
    await forgetPushDevice().catch(() => {});
    await forgetMembership(client);
    noteSync(undefined);
    clearAccount(client, twitter);
    onDeleted();
  };
  const hint = twitter ? words.deleteHint : undefined;
  return (
    <Disclosure title={words.deleteAccount}>
      <p>{words.deleteText}</p>
      <AccountForm
        fields={[{ ...currentPasswordField(words), hint, optional: twitter }]}
        submit={words.deleteAccount}
        send={send}
        failed={words.notDeleted}
      />
    </Disclosure>
  );
}

function clearAccount(client: ReturnType<typeof useQueryClient>, twitter: boolean): void {
  noteSignedIn(false);
  void import("./sync/syncOnce.ts").then(({ forgetKey }) => forgetKey());
  // Clear personal data from memory too.
  client.removeQueries({ queryKey: accountKey, predicate: ({ queryKey }) => queryKey.length > accountKey.length });
  client.setQueryData(accountKey, { account: null, providers: { twitter } });
}

/** A rarely used part of the page, collapsed under its title. */
function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
