// pre-commit in a small repository, with the npm package as it would come from the registry.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "./folders.mjs";
import { empty, packed, repository, run } from "./installed.mjs";
import { version } from "./version.mjs";

const hooks = process.env.BLUEPRINT_LENS_PRE_COMMIT;
const GOOD = "services:\n  - {type: pserv, name: auth, runtime: docker, plan: starter}\n";
const BAD = "services:\n  - {type: pserv, name: auth, runtime: docker, plan: no-such}\n";

/** The hook of this repository, as a configuration with a package in the place of that of the registry. */
function configuration(name) {
  const [hook] = readFileSync(join(root, ".pre-commit-hooks.yaml"), "utf8").split(/^(?=- id: )/m);
  const local = hook.replace(`blueprint-lens@${version}`, name);
  assert.notEqual(local, hook, "the hook takes the package of this version");
  return `repos:\n  - repo: local\n    hooks:\n${local.replace(/^/gm, "      ").trimEnd()}\n`;
}

test("the hook checks what is committed", { skip: hooks === undefined && "pre-commit is not installed" }, () => {
  const files = { "render.yaml": GOOD, ".pre-commit-config.yaml": configuration(packed(/^blueprint-lens-\d.*\.tgz$/)) };
  const { cwd, git } = repository(files);
  const env = { PRE_COMMIT_HOME: empty(), npm_config_offline: "true" };
  const tried = () => {
    git("add", "--all");
    const { status, stdout } = run([hooks], ["run"], { cwd, env });
    return { status, said: stdout.toString() };
  };
  writeFileSync(join(cwd, "render.yaml"), BAD);
  const bad = tried();
  assert.equal(bad.status, 1, bad.said);
  assert.match(bad.said, /error\[unknown-plan\]/);
  writeFileSync(join(cwd, "render.yaml"), `# Good\n${GOOD}`);
  const good = tried();
  assert.equal(good.status, 0, good.said);
  assert.match(good.said, /Blueprint Lens\.+Passed/);
  writeFileSync(join(cwd, "render.yaml"), GOOD);
  writeFileSync(join(cwd, "README.md"), "Other\n");
  assert.match(tried().said, /no files to check/);
});
