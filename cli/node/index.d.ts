/** Loads the engine. Everything else is synchronous afterwards. */
export function init(): Promise<void>;

/** A position in a text: lines and columns from 1, `offset` in bytes from 0. */
export interface Position {
  line: number;
  column: number;
  offset: number;
}

/** A piece of a text; `end` is behind it. */
export interface Span {
  start: Position;
  end: Position;
}

export type Severity = "error" | "warning" | "info";

export type Category =
  | "syntax"
  | "schema"
  | "validator"
  | "network"
  | "exposure"
  | "secret"
  | "deprecated"
  | "style"
  | "assertion";

export interface Edit {
  span: Span;
  text: string;
}

export interface Fix {
  title: string;
  safety: "safe" | "unsafe" | "display";
  edits: Edit[];
}

export interface Diagnostic {
  rule: string;
  facts: string[];
  category: Category;
  severity: Severity;
  message: string;
  help: string | null;
  path: string | null;
  span: Span;
  related: { message: string; span: Span }[];
  fixes: Fix[];
}

export interface CheckedFile {
  path: string;
  summary: { errors: number; warnings: number; infos: number; resources: number; edges: number };
  diagnostics: Diagnostic[];
}

export interface Findings {
  version: 1;
  files: CheckedFile[];
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

export interface Picture {
  version: 1;
  size: { width: number; height: number };
  lanes: { id: string; label: string; kind: string; box: Box }[];
  groups: { id: string; env: string; label: string; isolated: boolean; lane: string; box: Box }[];
  nodes: {
    id: string;
    kind: string;
    name: string | null;
    region: string | null;
    scope: string;
    lane: string;
    exposure: string | null;
    declared: boolean;
    severity: Severity | null;
    box: Box;
    span: Span | null;
  }[];
  edges: {
    id: string;
    from: string;
    to: string;
    class: "private" | "public" | "config" | "control" | "ingress";
    verdict: "ok" | "blocked" | "detour" | "unknown";
    variables: string[];
    route: Point[];
    stop: (Point & { reason: string }) | null;
    label: { text: string; box: Box } | null;
    spans: Span[];
  }[];
}

export interface Pair {
  from: string;
  to: string;
  private: "yes" | "no" | "unknown";
  wired: boolean;
  reasons: { code: string; text: string; spans: Span[] }[];
  fix: { title: string; edits: Edit[] } | null;
}

export interface Reach {
  version: 1;
  pairs: Pair[];
  doors: { node: string; exposure: string; why: string; behind: string[] }[];
}

/** What changed by meaning; the parts are those of `diff --format json`. */
export interface Difference {
  version: 1;
  plan: { mode: "later" | "first"; worst: string | null; base_refused: boolean; consequences: Consequence[] };
  [part: string]: unknown;
}

export interface Consequence {
  id: string;
  class: string;
  severity: Severity;
  node: string;
  field: string | null;
  before: unknown;
  after: unknown;
  text: string;
  advice: string | null;
  certainty: "documented" | "seen" | "inferred";
  facts: string[];
  base: Span | null;
  head: Span | null;
}

/** The findings in a Blueprint, as `check --format json` writes them. `name` is what they call it. */
export function check(text: string, options?: { name?: string }): Findings;

/** The picture, as `render` writes it; `svg` unless another format is asked for. */
export function render(text: string, options: { format: "json" }): Picture;
export function render(text: string, options: { format: "png" }): Uint8Array;
export function render(text: string, options?: { format?: "svg" | "html" | "mermaid" }): string;

/** Who can reach whom, as `reach --format json` writes it. */
export function reach(text: string): Reach;

/** What changed from one text to another, as `diff --format json` writes it. */
export function diff(base: string, head: string): Difference;

/** The text with safe fixes applied, and how many were; with `unsafe`, those that need a look, too. */
export function fix(text: string, options?: { unsafe?: boolean }): { text: string; applied: number };
