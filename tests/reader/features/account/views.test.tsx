import { cleanup, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { accountOf, openAccount } from "../../../support/openAccount.ts";
import { outlineOf } from "../../../support/outlineOf.tsx";

const main = () => outlineOf(screen.getByRole("main"));

beforeEach(() => {
  localStorage.clear();
  history.replaceState(null, "", "/account");
});

it("each way into the account has its whole form", async () => {
  const shown = [];
  for (const address of ["/account", "/account?new", "/account?forgot", "/account/reset#token"]) {
    await openAccount(address, { "/api/account": accountOf(null, true) });
    shown.push(main());
    cleanup();
  }
  expect(shown.join("\n")).toMatchInlineSnapshot(`
    "div.state.account
      h1[tabindex=-1] > "Sign in"
      noscript
      div[role=status]
      p.said > "Keep your saved stories and topics on every device. You can read without an account."
      form.needs-script[method=post][novalidate]
        div.field
          div.between > label[for=…-email] > "Email address"
          input[id=…-email][autocapitalize=none][autocomplete=username][required][type=email][name=email]
        div.field
          div.between > (label[for=…-password] > "Password", a.more-link[href=/account?forgot] > "Forgot password?")
          input[id=…-password][spellcheck=false][autocapitalize=none][autocomplete=current-password][required][type=password][name=password]
          button.plain.more-link[type=button][aria-pressed=false][aria-controls=…-password] > "Show password"
        label.check > (input[type=checkbox][checked], "Remember me on this device")
        button.button[type=submit][aria-disabled=false] > "Sign in"
      div.ways > (p.hint.or > "or", button.button.quiet[type=button][aria-disabled=false] > "Log in with X (Twitter)")
      p.hint.needs-script > ("No account yet?", " ", a[href=/account?new] > "Create an account")

    div.state.account
      h1[tabindex=-1] > "Create an account"
      noscript
      div[role=status]
      form.needs-script[method=post][novalidate]
        div.field
          div.between > label[for=…-email] > "Email address"
          input[id=…-email][autocapitalize=none][autocomplete=username][required][type=email][name=email]
        div.field
          div.between > label[for=…-newPassword] > "Password"
          input[id=…-newPassword][spellcheck=false][autocapitalize=none][autocomplete=new-password][required][aria-describedby=…-newPassword-hint][type=password][name=newPassword]
          button.plain.more-link[type=button][aria-pressed=false][aria-controls=…-newPassword] > "Show password"
          p.hint[id=…-newPassword-hint] > "At least 8 characters. A whole sentence works well."
        button.button[type=submit][aria-disabled=false] > "Create an account"
      div[role=status]
      p.hint > ("Already have an account?", " ", a[href=/account] > "Sign in")

    div.state.account
      h1[tabindex=-1] > "Forgot your password?"
      noscript
      div[role=status]
      p.hint > "We will email you a link to choose a new password."
      form.needs-script[method=post][novalidate]
        div.field
          div.between > label[for=…-email] > "Email address"
          input[id=…-email][autocapitalize=none][autocomplete=username][required][type=email][name=email]
        button.button[type=submit][aria-disabled=false] > "Send the email"
      div[role=status]
      p > a.more-link[href=/account] > "Back to sign-in"

    div.state.account
      h1[tabindex=-1] > "Choose a new password"
      noscript
      form.needs-script[method=post][novalidate]
        div.field
          div.between > label[for=…-newPassword] > "New password"
          input[id=…-newPassword][spellcheck=false][autocapitalize=none][autocomplete=new-password][required][aria-describedby=…-newPassword-hint][type=password][name=newPassword]
          button.plain.more-link[type=button][aria-pressed=false][aria-controls=…-newPassword] > "Show password"
          p.hint[id=…-newPassword-hint] > "At least 8 characters. A whole sentence works well."
        button.button[type=submit][aria-disabled=false] > "Save the password"
      div[role=status]
      p.needs-script > a.more-link[href=/account?forgot] > "Request a new email"
    "
  `);
});

it.each([
  ["/account", "sign-in", "Sign in", { email: "ada@example.org", password: "a long sentence", remember: false }],
  ["/account?new", "sign-up", "Create an account", { email: "ada@example.org", password: "a long sentence" }],
  ["/account?forgot", "forgot", "Send the email", { email: "ada@example.org" }],
  ["/account/reset#t", "reset", "Save the password", { token: "t", password: "a long sentence" }],
])("%s sends to /api/%s what was typed, without spaces around the address", async (address, path, button, body) => {
  const { user, press, sent } = await openAccount(address, {}, { [`/api/${path}`]: { ok: true } });
  const [email, password] = [screen.queryByLabelText("Email address"), screen.queryByLabelText(/password$/iu, { selector: "input" })];
  if (email) await user.type(email, path === "sign-in" ? "ada@example.org" : " ada@example.org ");
  if (password) await user.type(password, "a long sentence");
  const remember = screen.queryByRole("checkbox");
  if (remember) await user.click(remember);
  await press(button);
  await waitFor(() => expect(sent).toEqual([[`/api/${path}`, body]]));
});

it("nothing is sent without a password, and each field says what it lacks", async () => {
  const { press, sent } = await openAccount("/account?new", {}, { "/api/sign-up": { ok: true } });
  await press("Create an account");
  expect(main()).toMatchInlineSnapshot(`
    "div.state.account
      h1[tabindex=-1] > "Create an account"
      noscript
      div[role=status]
      form.needs-script[method=post][novalidate]
        div.correction[tabindex=-1][role=group][aria-labelledby=…-summary]
          p[id=…-summary] > (b > "That did not work.", " ", "Check the marked fields.")
          ul
            li > (a[href=#…-email] > "Email address", ": ", "This address looks incomplete. It should read like name@example.org.")
            li > (a[href=#…-newPassword] > "Password", ": ", "The password is missing.")
        div.field
          div.between > label[for=…-email] > "Email address"
          input[id=…-email][autocapitalize=none][autocomplete=username][required][type=email][name=email][aria-invalid=true][aria-describedby=…-email-fault]
          p.error[id=…-email-fault] > "This address looks incomplete. It should read like name@example.org."
        div.field
          div.between > label[for=…-newPassword] > "Password"
          input[id=…-newPassword][spellcheck=false][autocapitalize=none][autocomplete=new-password][required][aria-describedby=…-newPassword-hint …-newPassword-fault][type=password][name=newPassword][aria-invalid=true]
          button.plain.more-link[type=button][aria-pressed=false][aria-controls=…-newPassword] > "Show password"
          p.hint[id=…-newPassword-hint] > "At least 8 characters. A whole sentence works well."
          p.error[id=…-newPassword-fault] > "The password is missing."
        button.button[type=submit][aria-disabled=false] > "Create an account"
      div[role=status]
      p.hint > ("Already have an account?", " ", a[href=/account] > "Sign in")
    "
  `);
  expect(sent).toEqual([]);
});
