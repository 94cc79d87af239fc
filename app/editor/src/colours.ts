// The colours of the text: they know YAML, and come after the first picture (editor.ts).

import { yamlLanguage } from "@codemirror/lang-yaml";
import { HighlightStyle, Language, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { tags } from "@lezer/highlight";
import { Beginning } from "./beginning";

const highlight = HighlightStyle.define([
  { tag: [tags.definition(tags.propertyName), tags.propertyName], color: "var(--code-key)" },
  { tag: [tags.string, tags.special(tags.string), tags.content], color: "var(--code-text)" },
  { tag: [tags.keyword, tags.typeName, tags.labelName, tags.meta], color: "var(--code-word)" },
  { tag: [tags.comment, tags.lineComment], color: "var(--code-comment)", fontStyle: "italic" },
  { tag: [tags.separator, tags.punctuation, tags.brace, tags.squareBracket], color: "var(--ink-faint)" },
]);

/** The language, and how it looks. */
export const colours: Extension = [
  new Language(yamlLanguage.data, new Beginning(yamlLanguage.parser), [], yamlLanguage.name),
  syntaxHighlighting(highlight),
];
