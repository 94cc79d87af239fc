// What is said when the engine has stopped, or would stop. Made without the engine, because it may be gone.

import { split } from "./bundle";
import * as drafts from "./drafts";
import { download } from "./files";
import { KEY, write } from "./storage";

interface Action {
  name: string;
  run(): void;
}

const ID = "engine-trouble";

/** Says that the engine has stopped, and how to go on; `file` is the text to save. */
export function engineStopped(file: () => string): void {
  notice(
    "Blueprint Lens stopped at this text.",
    `This is a bug in the page, not your mistake. ${whereItIs()} You can go on editing it here. The picture and the problems are no longer updated.`,
    [
      { name: "Restart, and keep this text as a draft", run: () => startAfresh(file()) },
      { name: "Download the text", run: () => saveText(file()) },
    ],
  );
}

/** Says that this text stopped the engine before; `analyse` tries it again. */
export function textStoppedBefore(file: () => string, analyse: () => void): void {
  notice(
    "This text stopped Blueprint Lens last time.",
    "It is here, unchanged, but not analysed yet. It will be analysed when you change it.",
    [
      { name: "Analyse it anyway", run: () => (dismiss(), analyse()) },
      { name: "Restart, and keep this text as a draft", run: () => startAfresh(file()) },
      { name: "Download the text", run: () => saveText(file()) },
    ],
  );
}

/** Takes the notice away. */
export function dismiss(): void {
  document.getElementById(ID)?.remove();
}

/** Hands the text to the visitor as it is, each file as one of its own. */
export function saveText(text: string): void {
  for (const part of split(text)) download(part.name.split("/").at(-1) || "render.yaml", "application/yaml", part.text);
  drafts.isDownloaded(text);
}

/** Where the text is safe. */
const whereItIs = (): string =>
  drafts.isKept() ? "Your text is kept in this browser." : "This browser does not keep your text: download it before you leave.";

function startAfresh(text: string): void {
  if (!drafts.keep(text)) saveText(text);
  drafts.begin();
  write(KEY.analysing, null);
  location.replace(location.pathname);
}

function notice(title: string, text: string, actions: Action[]): void {
  dismiss();
  const box = document.createElement("section");
  box.id = ID;
  box.className = "trouble";
  box.setAttribute("role", "alert");
  const heading = Object.assign(document.createElement("h2"), { textContent: title });
  const paragraph = Object.assign(document.createElement("p"), { textContent: text });
  const buttons = actions.map(({ name, run }) => {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: name });
    button.addEventListener("click", run);
    return button;
  });
  const row = Object.assign(document.createElement("div"), { className: "ways" });
  row.append(...buttons);
  box.append(heading, paragraph, row);
  document.body.append(box);
}
