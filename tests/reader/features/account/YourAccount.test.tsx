import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { openAccount, signedIn } from "../../../support/openAccount.ts";
import { outlineOf } from "../../../support/outlineOf.tsx";

const main = () => outlineOf(screen.getByRole("main"));

beforeEach(() => {
  localStorage.clear();
  history.replaceState(null, "", "/account");
});

it("the account of a reader who came with X has all its parts", async () => {
  await openAccount("/account", signedIn);
  await screen.findByText("This device");
  for (const id of ["sync", "alerts"]) document.querySelector(`section[aria-labelledby=${id}]`)?.remove();
  expect(main()).toMatchInlineSnapshot(`
    "div.state.account
      h1[tabindex=-1] > "Your account"
      noscript
      div[role=status]
      p > "Signed in with X (Twitter)"
      p > button.button.quiet[type=button][aria-disabled=false] > "Sign out"
      section[aria-labelledby=sessions]
        h2[id=sessions] > "Where you are signed in"
        ul.own[role=list]
          li.between > div > ("Firefox, Windows", p.hint > "This device")
          li.between
            div > ("Unknown device", p.hint > time[datetime=2026-05-01T10:00:00.000Z] > "1 May 2026, 10:00")
            button.button.quiet[type=button][aria-label=End the session: Unknown device] > "End"
        button.button.quiet[type=button] > "End all others"
      section[aria-labelledby=passkeys]
        h2[id=passkeys] > "Passkeys"
        p.hint > "A passkey lets you sign in with your fingerprint, face or PIN instead of a password."
        ul.own[role=list]
          li.between
            div > ("Firefox, Windows", p.hint > time[datetime=2026-05-01T10:00:00.000Z] > "1 May 2026, 10:00")
            button.button.quiet[type=button][aria-label=Remove the passkey: Firefox, Windows] > "Remove"
          li.between
            div > ("Unknown device", p.hint > time[datetime=2026-05-02] > "2 May 2026")
            button.button.quiet[type=button][aria-label=Remove the passkey: Unknown device] > "Remove"
      details
        summary > "Change the password"
        form.needs-script[method=post][novalidate]
          div.field
            div.between > label[for=…-password] > "Current password"
            input[id=…-password][spellcheck=false][autocapitalize=none][autocomplete=current-password][required][type=password][name=password]
            button.plain.more-link[type=button][aria-pressed=false][aria-controls=…-password] > "Show password"
          div.field
            div.between > label[for=…-newPassword] > "New password"
            input[id=…-newPassword][spellcheck=false][autocapitalize=none][autocomplete=new-password][required][aria-describedby=…-newPassword-hint][type=password][name=newPassword]
            button.plain.more-link[type=button][aria-pressed=false][aria-controls=…-newPassword] > "Show password"
            p.hint[id=…-newPassword-hint] > "At least 8 characters. A whole sentence works well."
          button.button[type=submit][aria-disabled=false] > "Save the password"
          p[role=status]
      details
        summary > "Change the email address"
        form.needs-script[method=post][novalidate]
          div.field
            div.between > label[for=…-email] > "New email address"
            input[id=…-email][autocapitalize=none][autocomplete=email][required][type=email][name=email]
          div.field
            div.between > label[for=…-password] > "Current password"
            input[id=…-password][spellcheck=false][autocapitalize=none][autocomplete=current-password][required][type=password][name=password]
            button.plain.more-link[type=button][aria-pressed=false][aria-controls=…-password] > "Show password"
          button.button[type=submit][aria-disabled=false] > "Send the email"
          p[role=status]
      p > a.more-link[href=/api/account/export][download][aria-disabled=false] > "Download my data"
      details
        summary > "Delete the account"
        p > "The account and everything in it are deleted at once and cannot be restored. The library on this device stays here."
        form.needs-script[method=post][novalidate]
          div.field
            div.between > label[for=…-password] > "Current password"
            input[id=…-password][spellcheck=false][autocapitalize=none][autocomplete=current-password][aria-describedby=…-password-hint][type=password][name=password]
            button.plain.more-link[type=button][aria-pressed=false][aria-controls=…-password] > "Show password"
            p.hint[id=…-password-hint] > "Leave this empty if you sign in with X (Twitter) and have no password."
          button.button[type=submit][aria-disabled=false] > "Delete the account"
    "
  `);
});

it("sessions and passkeys are ended one by one, or all other sessions at once", async () => {
  const paths = ["sessions/end", "sessions/end-others", "passkeys/remove"].map((path) => `/api/account/${path}`);
  const { press, sent } = await openAccount("/account", signedIn, Object.fromEntries(paths.map((path) => [path, { ok: true }])));
  await screen.findByText("This device");
  for (const name of ["End the session: Unknown device", "End all others", "Remove the passkey: Firefox, Windows"]) {
    const before = sent.length;
    await press(name);
    await waitFor(() => expect(sent).toHaveLength(before + 1));
  }
  expect(sent).toEqual([
    ["/api/account/sessions/end", { id: "b" }],
    ["/api/account/sessions/end-others", {}],
    ["/api/account/passkeys/remove", { id: "p" }],
  ]);
});

it.each([
  [
    "password",
    "Change the password",
    "Save the password",
    { password: "Current password", newPassword: "New password" },
    "The password has been changed, and all other sessions have ended.",
  ],
  [
    "email",
    "Change the email address",
    "Send the email",
    { email: "eve@example.org", password: "Current password" },
    "An email is on its way. The address changes when you open the link in it.",
  ],
  ["delete", "Delete the account", "Delete the account", { password: "Current password" }, "Account deleted"],
  ["delete", "Delete the account", "Delete the account", {}, "Account deleted"],
])("to /api/account/%s goes what was typed below “%s”", async (path, title, button, body, said) => {
  const { user, sent } = await openAccount("/account", signedIn, { [`/api/account/${path}`]: { ok: true } });
  const form = within((await screen.findByText(title, { selector: "summary" })).closest("details")!);
  for (const text of Object.values(body))
    await user.type(form.getByLabelText(text.includes("@") ? "New email address" : text), text.includes("@") ? ` ${text} ` : text);
  await user.click(form.getByRole("button", { name: button, hidden: true }));
  await waitFor(() => expect(sent).toEqual([[`/api/account/${path}`, body]]));
  expect(await screen.findByText(new RegExp(said, "u"))).toBeInTheDocument();
});
