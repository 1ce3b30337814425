import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { anEdition } from "../../support/anArticle.ts";
import { type Files, renderApp } from "../../support/renderApp.tsx";

const signedOut = { account: null, providers: { twitter: false } };
const signedIn = { account: { email: "ada@example.org" }, providers: { twitter: false } };
const session = { usedAt: "2026-05-01T10:00:00.000Z", device: "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0" };
const sessions = {
  sessions: [
    { ...session, id: "a", current: true },
    { ...session, id: "b", current: false },
  ],
};

const problem = (status: number, code: string) => Response.json({ status, code }, { status });

const open = (address: string, files: Files = {}) =>
  renderApp(address, { "edition.json": { ...anEdition, accounts: true }, "/api/account": signedOut, ...files });

beforeEach(() => {
  localStorage.clear();
  // As in a browser: signing in leads back to the page from which the account is opened.
  history.replaceState(null, "", "/account");
});

// Typing a letter at a time takes a while on a machine with other work.
describe("the page of the account", { timeout: 20_000 }, () => {
  it("is not there in an edition without accounts", async () => {
    await renderApp("/account", {});
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Page not found");
    expect(screen.queryByRole("link", { name: "Sign in" })).not.toBeInTheDocument();
  });

  it.each([
    ["/account", { "Email address": "username", Password: "current-password" }],
    ["/account?new", { "Email address": "username", Password: "new-password" }],
    ["/account?forgot", { "Email address": "username" }],
    ["/account/reset#token", { "New password": "new-password" }],
  ])("%s lets a password manager fill in its fields (WCAG 1.3.5)", async (address, fields) => {
    await open(address);
    const main = screen.getByRole("main");
    const found = [...main.querySelectorAll("input:not([type=checkbox])")].map((field) => [
      main.querySelector(`label[for="${field.id}"]`)?.textContent,
      field.getAttribute("autocomplete"),
    ]);
    expect(Object.fromEntries(found)).toEqual(fields);
  });

  it("says what is wrong with an address before anything is sent, and leads there", async () => {
    const { user, asked } = await open("/account");
    await user.type(screen.getByLabelText("Email address"), "reader@example");
    await user.type(screen.getByLabelText("Password"), "a long sentence");
    await user.click(screen.getByRole("button", { name: "Show password" }));
    expect(screen.getByRole("button", { name: "Show password", pressed: true })).toBeVisible();
    expect(screen.getByLabelText("Password")).toHaveAttribute("type", "text");
    await user.click(screen.getByRole("button", { name: "Sign in" }));
    const summary = screen.getByRole("group", { name: /That did not work/u });
    expect(summary).toHaveFocus();
    expect(document.title).toMatch(/^Error: Sign in/u);
    await user.click(within(summary).getByRole("link", { name: "Email address" }));
    expect(screen.getByLabelText("Email address")).toHaveFocus();
    expect(screen.getByLabelText("Email address")).toHaveAccessibleDescription(/looks incomplete/u);
    expect(asked).not.toContain("/api/sign-in");
  });

  it("says that address and password do not belong together, and then lets the reader in", async () => {
    const { user, served } = await open("/account", { "/api/sign-in": problem(401, "wrong-password") });
    await user.type(screen.getByLabelText("Email address"), "ada@example.org");
    await user.type(screen.getByLabelText("Password"), "not my password");
    await user.click(screen.getByRole("button", { name: "Sign in" }));
    await waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent("the password is wrong"));

    Object.assign(served, {
      "/api/sign-in": { ok: true },
      "/api/account": signedIn,
      "/api/account/sessions": sessions,
      "/api/account/passkeys": { passkeys: [] },
    });
    await user.click(screen.getByRole("button", { name: "Sign in" }));
    expect(await screen.findByText("ada@example.org")).toBeInTheDocument();
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Your account");
    expect(document.documentElement).toHaveAttribute("data-in");
  });

  it("offers to try again where there is no connection", async () => {
    const { user, served } = await open("/account?forgot", { "/api/forgot": new TypeError("Failed to fetch") });
    await user.type(screen.getByLabelText("Email address"), "ada@example.org");
    await user.click(screen.getByRole("button", { name: "Send the email" }));
    await screen.findByText(/no connection/u);
    served["/api/forgot"] = { sent: true };
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText(/If there is an account for ada@example.org, an email is on its way/u)).toBeInTheDocument();
  });

  it("sends a letter to whoever creates an account, with a password that is not everybody's", async () => {
    const { user, served } = await open("/account", { "/api/sign-up": problem(422, "password-common") });
    await user.click(screen.getByRole("link", { name: "Create an account" }));
    await screen.findByRole("heading", { name: "Create an account" });
    await user.type(screen.getByLabelText("Email address"), "ada@example.org");
    await user.type(screen.getByLabelText("Password"), "password1");
    await user.click(screen.getByRole("button", { name: "Create an account" }));
    await waitFor(() => expect(screen.getByLabelText("Password")).toHaveAccessibleDescription(/one of the first passwords/u));
    served["/api/sign-up"] = { sent: true };
    await user.click(screen.getByRole("button", { name: "Create an account" }));
    expect(await screen.findByText(/on its way to ada@example.org/u)).toBeInTheDocument();
  });

  it("offers X (Twitter) where the server has it, and says when it came to nothing", async () => {
    await open("/account?error=access_denied", { "/api/account": { account: null, providers: { twitter: true } } });
    expect(await screen.findByRole("button", { name: "Log in with X (Twitter)" })).toBeInTheDocument();
    await waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent("was not completed"));
  });

  it("lists the sessions, and ends one", async () => {
    const { user, asked } = await open("/account", {
      "/api/account": signedIn,
      "/api/account/sessions": sessions,
      "/api/account/passkeys": { passkeys: [] },
      "/api/account/sessions/end": { ok: true },
    });
    expect(await screen.findByText("This device")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "End the session: Firefox, Windows" }));
    await waitFor(() => expect(asked.filter((file) => file === "/api/account/sessions")).toHaveLength(2));
    expect(asked).toContain("/api/account/sessions/end");
    expect(screen.getByRole("link", { name: "Download my data" })).toHaveAttribute("href", "/api/account/export");
  });

  it("signs out", async () => {
    const { user } = await open("/account", {
      "/api/account": signedIn,
      "/api/account/sessions": sessions,
      "/api/account/passkeys": { passkeys: [] },
      "/api/sign-out": { ok: true },
    });
    await user.click(await screen.findByRole("button", { name: "Sign out" }));
    expect(await screen.findByLabelText("Password")).toBeInTheDocument();
    expect(document.documentElement).not.toHaveAttribute("data-in");
  });
});

describe("the pages that letters lead to", { timeout: 20_000 }, () => {
  it("confirm an address", async () => {
    const { asked } = await open("/account/verify#a-token-of-a-letter", { "/api/verify": { ok: true, signedIn: true } });
    expect(await screen.findByText(/confirmed, and you are signed in/u)).toBeInTheDocument();
    expect(asked.filter((file) => file === "/api/verify")).toHaveLength(1);
  });

  it("ask for the password in another browser than the one somebody signed up with", async () => {
    const { user, asked, served } = await open("/account/verify#a-token-of-a-letter", {
      "/api/verify": problem(401, "password-needed"),
    });
    expect(await screen.findByText(/in a different browser/u)).toBeInTheDocument();
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
    await user.type(screen.getByLabelText("Password"), "a password of somebody else");
    served["/api/verify"] = problem(401, "wrong-password");
    await user.click(screen.getByRole("button", { name: "Confirm" }));
    expect(await screen.findByRole("group", { name: /That did not work/u })).toHaveFocus();
    await user.clear(screen.getByLabelText("Password"));
    await user.type(screen.getByLabelText("Password"), "the right one");
    served["/api/verify"] = { ok: true, signedIn: true };
    await user.click(screen.getByRole("button", { name: "Confirm" }));
    expect(await screen.findByText(/confirmed, and you are signed in/u)).toBeInTheDocument();
    expect(asked.filter((file) => file === "/api/verify")).toHaveLength(3);
  });

  it("do not say that somebody is signed in who is not", async () => {
    await open("/account/verify#a-token-of-a-letter", { "/api/verify": { ok: true, signedIn: false } });
    expect(await screen.findByText("Your address is confirmed. Sign in with it where you want to use your account.")).toBeInTheDocument();
    expect(screen.queryByText(/you are signed in/u)).not.toBeInTheDocument();
    expect(within(screen.getByRole("main")).getByRole("link", { name: "Sign in" })).toBeInTheDocument();
  });

  it("say that another account has the address by now, which no second try changes", async () => {
    await open("/account/verify#a-token-of-a-letter", { "/api/verify": problem(409, "address-taken") });
    await waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent("since been confirmed for another account"));
    expect(screen.queryByRole("button", { name: "Try again" })).not.toBeInTheDocument();
  });

  it("say that a link is too old, and where to get a new one", async () => {
    await open("/account/verify#a-token-of-a-letter", { "/api/verify": problem(410, "link-old") });
    await waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent("has expired"));
  });

  it("stop a digest at a press, and not before", async () => {
    const { user, asked } = await open("/account/alerts/leave#a-token", { "/api/alerts/leave?token=a-token": { ok: true } });
    expect(asked.filter((file) => file.includes("leave"))).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Stop the digest" }));
    expect(await screen.findByText(/The digest is stopped/u)).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Stop the digest" })).not.toBeInTheDocument();
    expect(asked.filter((file) => file.includes("leave"))).toEqual(["/api/alerts/leave?token=a-token"]);
  });

  it.each([
    ["/account/alerts/leave", {}],
    ["/account/alerts/leave#an-old-token", { "/api/alerts/leave?token=an-old-token": problem(410, "link-old") }],
  ])("say where a digest is stopped when the link to it no longer works: %s", async (path, files) => {
    const { user } = await open(path, files);
    const stop = path.includes("#") && screen.getByRole("button", { name: "Stop the digest" });
    if (stop) await user.click(stop);
    await waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent("turn the digest off in your account"));
    expect(screen.queryByRole("button", { name: "Stop the digest" })).not.toBeInTheDocument();
    expect(screen.getByRole("main")).toContainElement(screen.getByRole("link", { name: "Your account" }));
  });

  it("change the password", async () => {
    const { user } = await open("/account/reset#a-token-of-a-letter", { "/api/reset": { ok: true } });
    await user.type(screen.getByLabelText("New password"), "another long sentence");
    await user.click(screen.getByRole("button", { name: "Save the password" }));
    expect(await screen.findByText(/all sessions have ended/u)).toBeInTheDocument();
  });

  it("do not ask for a password where the link has lost its token", async () => {
    await open("/account/reset");
    await waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent("has expired"));
    expect(screen.queryByLabelText("New password")).not.toBeInTheDocument();
  });
});
