// The requests to GitHub's API.

import { gzipSync } from "node:zlib";
import { MARKER } from "./comment.mjs";

const env = process.env;
const PAGE = 100;

async function request(method, path, body) {
  const answer = await fetch(`${env.GITHUB_API_URL}/repos/${env.GITHUB_REPOSITORY}${path}`, {
    method,
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${env.LENS_TOKEN}`,
      "content-type": "application/json",
      "user-agent": "blueprint-lens",
      "x-github-api-version": "2022-11-28",
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`GitHub answered ${answer.status}`);
  return answer.json();
}

/** The comment of an earlier run. Anybody can write the marker, so only comments of bots count. */
async function former(number) {
  for (let page = 1; ; page += 1) {
    const comments = await request("GET", `/issues/${number}/comments?per_page=${PAGE}&page=${page}`);
    const found = comments.find((one) => one.user?.type === "Bot" && one.body?.startsWith(MARKER));
    if (found || comments.length < PAGE) return found;
  }
}

/** Creates the comment, updates the earlier one, or does nothing if nothing changed. */
export async function keepComment(number, body, changed) {
  const known = await former(number);
  if (known) {
    if (known.body.trim() !== body.trim()) await request("PATCH", `/issues/comments/${known.id}`, { body });
  } else if (changed) {
    await request("POST", `/issues/${number}/comments`, { body });
  }
}

/** Sends the findings to code scanning. */
export async function sendSarif(sarif) {
  await request("POST", "/code-scanning/sarifs", {
    commit_sha: env.GITHUB_SHA,
    ref: env.GITHUB_REF,
    sarif: gzipSync(sarif).toString("base64"),
    tool_name: "blueprint-lens",
  });
}
