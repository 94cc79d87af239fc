// What the engine found, shown in the text: underlines, marks in the margin, cards with the fixes as buttons.

import { type Diagnostic, forEachDiagnostic, lintGutter, setDiagnostics } from "@codemirror/lint";
import { type Extension, type TransactionSpec } from "@codemirror/state";
import { type Command, EditorView } from "@codemirror/view";
import { element, prose } from "./prose";

/** One finding; offsets count UTF-16 units of the text that was analysed. */
export interface Finding {
  /** The file that it is in, among those that were analysed. */
  file: number;
  from: number;
  to: number;
  severity: "error" | "warning" | "info";
  rule: string;
  message: string;
  help: string;
  /** Titles of the fixes that can be applied, with their index in the engine's list. */
  fixes: { index: number; title: string }[];
}

/** The marks in the margin. */
export const margin: Extension = lintGutter();

/** The transaction that shows those `findings` that are in `file` and nothing else; `fix` applies one. */
export function show(
  view: EditorView,
  findings: readonly Finding[],
  file: number,
  fix: (finding: number, fix: number) => void,
): TransactionSpec {
  const length = view.state.doc.length;
  const diagnostics = findings.flatMap((finding, position): Diagnostic[] => {
    if (finding.file !== file) return [];
    const to = Math.min(finding.to, length);
    return [{
      from: Math.min(finding.from, to),
      to,
      severity: finding.severity,
      message: finding.message,
      renderMessage: () => card(finding),
      actions: finding.fixes.map(({ index, title }) => ({ name: title, apply: () => fix(position, index) })),
    }];
  });
  return setDiagnostics(view.state, diagnostics);
}

/** A command that goes to a finding, made to say it to screen readers, too. */
export function saying(go: Command): Command {
  return (view) => {
    if (!go(view)) return false;
    const { from, to } = view.state.selection.main;
    const said: string[] = [];
    forEachDiagnostic(view.state, ({ severity, message }, start, end) => {
      if (start === from && end === to) said.push(`${severity}: ${message.replaceAll("`", "")}.`);
    });
    const line = view.state.doc.lineAt(from).number;
    view.dispatch({ effects: EditorView.announce.of(`Line ${line}, ${said.join(" ")}`) });
    return true;
  };
}

/** Message, reason and the way to the rule's page. */
function card(finding: Finding): HTMLElement {
  const box = element("div", "finding");
  box.append(prose("message", finding.message));
  if (finding.help !== "") box.append(prose("help", finding.help));
  const page = element("a", "");
  page.href = `rules/${finding.rule}.html`;
  page.target = "_blank";
  page.textContent = finding.rule;
  const rule = element("p", "rule");
  rule.append(`${finding.severity} · `, page);
  box.append(rule);
  return box;
}
