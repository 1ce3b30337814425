import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { once } from "node:events";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { AwsClient } from "aws4fetch";
import { expect, it, onTestFinished } from "vitest";
import { deploy } from "#cli/deploy/deploy.ts";
import { s3Target } from "#cli/deploy/s3Target.ts";
import { installedProgram } from "../../support/installedProgram.ts";
import { portOf } from "../../support/portOf.ts";
import { temporaryFolder, writeFiles } from "../../support/temporaryFolder.ts";

const POLICY = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }] };

/** The requests without which there is no user. moto checks no signature of as many, and those of all others. */
const UNSIGNED = 4;

/** A server of S3's protocol with a bucket "paper", and the keys of a user of it. `asked`: "PUT /paper/key 200", in order. */
async function moto() {
  installedProgram("/usr/lib/python3/dist-packages/flask_cors", "python3-flask-cors");
  const program = installedProgram("/usr/bin/moto_server", "python3-moto");
  const free = createServer();
  const port = await portOf(free);
  free.close();
  const env = { ...process.env, INITIAL_NO_AUTH_ACTION_COUNT: String(UNSIGNED) };
  const server = spawn(program, ["--host", "127.0.0.1", "--port", String(port)], { env, stdio: ["ignore", "ignore", "pipe"] });
  onTestFinished(() => void server.kill());
  let log = "";
  server.stderr.on("data", (data: Buffer) => (log += data.toString()));
  while (!log.includes("Running on")) await once(server.stderr, "data");
  const endpoint = `http://127.0.0.1:${port}`;
  const ask = async (service: string, path: string, init: RequestInit): Promise<string> => {
    const client = new AwsClient({ accessKeyId: "any", secretAccessKey: "any", service, region: "us-east-1" });
    return (await client.fetch(endpoint + path, init)).text();
  };
  const iam = (asked: Record<string, string>) =>
    ask("iam", "/", {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ Version: "2010-05-08", UserName: "desk", ...asked }).toString(),
    });
  await iam({ Action: "CreateUser" });
  const keys = await iam({ Action: "CreateAccessKey" });
  await iam({ Action: "PutUserPolicy", PolicyName: "all", PolicyDocument: JSON.stringify(POLICY) });
  await ask("s3", "/paper", { method: "PUT" });
  const named = (name: string): string => new RegExp(`<${name}>(.*?)</${name}>`, "u").exec(keys)?.[1] ?? "";
  const asked = (): string[] =>
    Array.from(stripVTControlCharacters(log).matchAll(/"(\w+ \S+) HTTP\/1\.1" (\d+)/gu), ([, line, status]) => `${line} ${status}`).slice(
      UNSIGNED,
    );
  return { endpoint, env: { AWS_ACCESS_KEY_ID: named("AccessKeyId"), AWS_SECRET_ACCESS_KEY: named("SecretAccessKey") }, asked };
}

it("storage that checks signatures takes a deployment, and of the next one what has changed", async () => {
  const { endpoint, env, asked } = await moto();
  const site = join(temporaryFolder(), "site");
  const targetWith = (keys: typeof env) => s3Target({ bucket: "paper", prefix: "news", endpoint, env: keys });
  const send = async (files: Record<string, string>): Promise<string[]> => {
    writeFiles(site, { ...files, ".broadsheet-files": `${Object.keys(files).join("\n")}\n` });
    const before = asked().length;
    await deploy(site, await targetWith(env), {}, () => {});
    return asked().slice(before);
  };
  // moto signs the decoded path, and so refuses all names with percent-encoded characters.
  const first = { "index.html": "front", "article/1.html": "story 1", "article/2.html": "story 2", "feed.xml": "<rss/>" };
  const LIST = "/paper/news/.broadsheet-deployed.json";
  expect(await send(first)).toEqual(
    expect.arrayContaining([
      `GET ${LIST} 404`,
      ...["index.html", "article/1", "article/2", "feed.xml"].map((key) => `PUT /paper/news/${key} 200`),
    ]),
  );
  const list = `PUT ${LIST} 200`;
  expect(await send({ ...first, "article/1.html": "Story 1, corrected" })).toEqual([
    `GET ${LIST} 200`,
    list,
    "PUT /paper/news/article/1 200",
    list,
    list,
  ]);
  const read = await fetch(`${endpoint}/paper/news/article/1`);
  expect(read.status).toBe(403);
  const another = await targetWith({ ...env, AWS_SECRET_ACCESS_KEY: "another" });
  await expect(another.readList()).rejects.toThrow("SignatureDoesNotMatch");
  // A list is expected not to be there yet. moto knows If-None-Match, but not If-Match.
  await expect((await targetWith(env)).writeList("{}", undefined)).rejects.toThrow("Another deployment");
});
