import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import * as v from "valibot";
import { noteSignedIn } from "../../data/signedIn.ts";
import { readApi } from "../../data/api.ts";
import { forgetMembership } from "./forgetMembership.ts";
import { forgetPushDevice } from "./alerts/pushDevice.ts";

const AccountSchema = v.object({
  account: v.nullable(v.object({ email: v.string(), isMember: v.optional(v.boolean()) })),
  providers: v.object({ twitter: v.boolean() }),
});

const SessionsSchema = v.object({
  sessions: v.array(v.object({ id: v.string(), usedAt: v.string(), device: v.string(), current: v.boolean() })),
});

const PasskeysSchema = v.object({
  passkeys: v.array(v.object({ id: v.string(), device: v.string(), createdAt: v.string() })),
});

export type Session = v.InferOutput<typeof SessionsSchema>["sessions"][number];

/** The start of every query key of the account. */
export const accountKey = ["account"];

/** Who is signed in, according to the server. Updates the hint that the masthead shows. */
export function useAccount() {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: accountKey,
    queryFn: ({ signal }) => readApi("account", AccountSchema, signal),
    staleTime: 0,
    retry: false,
  });
  const signedIn = query.data && query.data.account !== null;
  useEffect(() => {
    if (signedIn !== undefined) noteSignedIn(signedIn);
    // If the session has expired or was ended on another device, whoever uses this browser next must not get its alerts, nor read what it was given.
    if (signedIn !== false) return;
    void forgetPushDevice().catch(() => {});
    void forgetMembership(client);
  }, [signedIn, client]);
  return query;
}

export function useSessions() {
  return useQuery({
    queryKey: [...accountKey, "sessions"],
    queryFn: async ({ signal }) => (await readApi("account/sessions", SessionsSchema, signal)).sessions,
    staleTime: 0,
    retry: false,
  });
}

export const passkeysKey = [...accountKey, "passkeys"];

export function usePasskeys() {
  return useQuery({
    queryKey: passkeysKey,
    queryFn: async ({ signal }) => (await readApi("account/passkeys", PasskeysSchema, signal)).passkeys,
    staleTime: 0,
    retry: false,
  });
}
