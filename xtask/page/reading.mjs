// What the pages for reading share: the rules' and the guide's. No script at all, styles from a file.

import { deflateRawSync } from "node:zlib";
import { Marked } from "marked";
import { READING_POLICY } from "./policy.mjs";

/** One page. `home` is the relative path of the page's folder, with `/` at its end. */
export function frame(title, content, home = "../") {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${READING_POLICY}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)} · Blueprint Lens</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${home}rules/rules.css">
</head>
<body>
<header><nav aria-label="Site"><a href="${home}index.html">Blueprint Lens</a><a href="${home}guide/index.html">Guide</a><a href="${home}rules/index.html">Rules</a></nav></header>
<main>
${content}
</main>
</body>
</html>
`;
}

/**
 * A reader of Markdown. `address` says where a link goes; with `opens`, the path of the page, every
 * YAML block is followed by a link that opens it in the editor.
 */
export function markdown({ address = (href) => href, opens } = {}) {
  const renderer = {
    // Blocks that are wider than the screen scroll, by keyboard too: hence their place in the Tab order.
    code({ text, lang }) {
      const block = `<pre tabindex="0"><code class="language-${escape(lang ?? "")}">${escape(`${text}\n`)}</code></pre>\n`;
      if (opens === undefined || lang !== "yaml") return block;
      return `${block}<p class="open"><a href="${opens}${link(`${text}\n`)}">Open this example in the editor</a></p>\n`;
    },
  };
  const walkTokens = (token) => {
    if (token.type === "link") token.href = address(token.href);
  };
  return new Marked({ renderer, walkTokens });
}

/** The fragment that holds a Blueprint: raw DEFLATE, base64url without padding. */
function link(text) {
  return `#v1=${deflateRawSync(Buffer.from(text, "utf8"), { level: 9 }).toString("base64url")}`;
}

export function sentence(text) {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

export function escape(text) {
  return String(text).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
