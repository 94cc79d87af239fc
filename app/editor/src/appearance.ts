// How the editor looks. Every colour is a variable of style/, so that light and dark need no second theme.

import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

const frame = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--editor-surface)", fontSize: "0.8125rem" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6" },
  ".cm-content": { padding: "10px 0", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 12px 0 6px" },
  ".cm-gutters": { backgroundColor: "var(--editor-surface)", color: "var(--ink-faint)", border: "none" },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 6px 0 12px", minWidth: "28px" },
  ".cm-activeLine": { backgroundColor: "var(--editor-line)" },
  ".cm-activeLineGutter": { backgroundColor: "var(--editor-line)", color: "var(--ink)" },
  ".cm-foldGutter .cm-gutterElement": { color: "var(--ink-faint)", padding: "0 3px", cursor: "pointer" },
  "@media (max-width: 760px)": { ".cm-foldGutter": { display: "none !important" } },
  ".cm-foldPlaceholder": { backgroundColor: "var(--raised)", border: "1px solid var(--line)", color: "var(--ink-soft)", padding: "0 4px" },
  ".cm-cursor, .cm-dropCursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--editor-selection)",
  },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { backgroundColor: "var(--editor-match)", outline: "1px solid var(--line-strong)" },
  ".cm-searchMatch": { backgroundColor: "var(--editor-match)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--editor-selection)", outline: "1px solid var(--focus)" },
  ".cm-placeholder": { color: "var(--ink-soft)" },
  ".cm-specialChar": { color: "var(--trouble)" },
});

const panels = EditorView.theme({
  ".cm-panels": { backgroundColor: "var(--raised)", color: "var(--ink)", fontFamily: "var(--font)" },
  ".cm-panels-bottom": { borderTop: "1px solid var(--line)" },
  ".cm-panel.cm-search": { padding: "8px 12px", fontSize: "0.8125rem" },
  ".cm-panel.cm-search [name=close]": { minWidth: "28px", minHeight: "28px", color: "inherit", fontSize: "1.125rem" },
  ".cm-textfield": {
    backgroundColor: "var(--surface)",
    color: "inherit",
    border: "1px solid var(--line-strong)",
    borderRadius: "6px",
    fontSize: "0.8125rem",
    padding: "4px 8px",
  },
  ".cm-textfield::placeholder": { color: "var(--ink-soft)", opacity: "1" },
  ".cm-button": {
    backgroundImage: "none",
    backgroundColor: "var(--surface)",
    color: "inherit",
    border: "1px solid var(--line-strong)",
    borderRadius: "6px",
    fontSize: "0.8125rem",
    padding: "4px 10px",
  },
  ".cm-textfield:focus-visible, .cm-button:focus-visible": { outline: "2px solid var(--focus)", outlineOffset: "1px" },
});

const wave = (colour: string) => ({
  backgroundImage: "none",
  textDecoration: `underline wavy ${colour} 1.5px`,
  textUnderlineOffset: "3px",
  textDecorationSkipInk: "none",
});

/** A round or pointed mark in the margin, told apart by its shape as well as its colour. */
const mark = (shape: string, colour: string) => ({
  content: '""',
  display: "block",
  width: "11px",
  height: "11px",
  backgroundColor: colour,
  clipPath: shape,
});

const findings = EditorView.theme({
  ".cm-lintRange-error": wave("var(--error)"),
  ".cm-lintRange-warning": wave("var(--warning)"),
  ".cm-lintRange-info": { backgroundImage: "none", textDecoration: "underline dotted var(--info) 1.5px", textUnderlineOffset: "3px" },
  ".cm-lintRange-active": { backgroundColor: "var(--editor-match)" },
  ".cm-gutter-lint": { width: "18px" },
  ".cm-gutter-lint .cm-gutterElement": { padding: "0 0 0 5px", display: "flex", alignItems: "center" },
  ".cm-lint-marker": { width: "11px", height: "11px" },
  ".cm-lint-marker-error": mark("circle(50%)", "var(--error)"),
  ".cm-lint-marker-warning": mark("polygon(50% 4%, 100% 96%, 0 96%)", "var(--warning)"),
  ".cm-lint-marker-info": mark("polygon(50% 0, 100% 50%, 50% 100%, 0 50%)", "var(--info)"),
  ".cm-tooltip": {
    backgroundColor: "var(--raised)",
    color: "var(--ink)",
    border: "1px solid var(--line-strong)",
    borderRadius: "8px",
    boxShadow: "var(--shadow)",
    fontFamily: "var(--font)",
    fontSize: "0.8125rem",
    lineHeight: "1.45",
    overflow: "hidden",
  },
  ".cm-tooltip-lint": { maxWidth: "min(30rem, 88vw)" },
  ".cm-tooltip .cm-diagnostic": { padding: "10px 14px", borderLeft: "4px solid transparent", whiteSpace: "normal" },
  ".cm-tooltip .cm-diagnostic-error": { borderLeftColor: "var(--error)" },
  ".cm-tooltip .cm-diagnostic-warning": { borderLeftColor: "var(--warning)" },
  ".cm-tooltip .cm-diagnostic-info": { borderLeftColor: "var(--info)" },
  ".finding p": { margin: "0 0 6px" },
  ".finding .help": { color: "var(--ink-soft)" },
  ".finding code": { fontFamily: "var(--mono)", fontSize: "0.92em" },
  ".finding a": { color: "var(--link)" },
  ".cm-tooltip .cm-diagnosticAction": {
    minHeight: "28px",
    margin: "4px 8px 0 0",
    padding: "3px 10px",
    borderRadius: "6px",
    border: "1px solid var(--line-strong)",
    backgroundColor: "var(--surface)",
    color: "var(--ink)",
    font: "inherit",
    cursor: "pointer",
  },
  ".cm-diagnosticAction:focus-visible": { outline: "2px solid var(--focus)", outlineOffset: "1px" },
});

const assist = EditorView.theme({
  ".cm-tooltip.cm-tooltip-autocomplete": { overflow: "visible" },
  // Where there is no room beside the list, the explanation would cover it.
  ".cm-completionInfo-left-narrow, .cm-completionInfo-right-narrow": { display: "none" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { borderRadius: "8px", fontFamily: "var(--mono)", fontSize: "0.8125rem", maxHeight: "none", overflow: "hidden", minWidth: "min(16rem, 80vw)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "4px 10px", display: "flex", gap: "16px", lineHeight: "1.5" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--editor-selection)", color: "var(--ink)" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
  ".cm-completionDetail": { marginLeft: "auto", fontStyle: "normal", fontFamily: "var(--font)", color: "var(--ink-soft)" },
  ".cm-tooltip.cm-completionInfo": { padding: "8px 12px", maxWidth: "min(20rem, 60vw)" },
  ".cm-tooltip.cm-completionInfo p": { margin: "0" },
  ".explanation": { padding: "10px 14px", maxWidth: "min(28rem, 88vw)" },
  ".explanation p": { margin: "0 0 4px" },
  ".explanation .title": { fontFamily: "var(--mono)", fontWeight: "600" },
  ".explanation .fact, .explanation .source": { color: "var(--ink-soft)" },
  ".explanation .source": { margin: "6px 0 0", fontSize: "0.75rem" },
  ".explanation code, .cm-completionInfo code": { fontFamily: "var(--mono)", fontSize: "0.92em" },
  ".explanation a": { color: "var(--link)" },
});

/** Everything about the looks of the editor but the colours of the text (colours.ts). */
export const appearance: Extension = [frame, panels, findings, assist];
