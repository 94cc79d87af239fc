// Paths of Windows, as the program and as the machine see them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { windowsInside, windowsOutside } from "../cli/node/paths.mjs";

test("a path of Windows goes in and comes out", () => {
  assert.equal(windowsInside("C:\\a\\render.yaml"), "/C:/a/render.yaml");
  assert.equal(windowsInside("infra\\render.yaml"), "infra/render.yaml");
  assert.equal(windowsOutside("/C:/a/render.yaml"), "C:/a/render.yaml");
  assert.equal(windowsOutside("/C:"), "C:/");
});

test("the program joins what it takes for names, and the machine gets what was meant", () => {
  assert.equal(windowsOutside("/C:/work/infra\\render.yaml"), "C:/work/infra/render.yaml");
  assert.equal(windowsOutside("/C:/work/D:\\a\\render.yaml"), "D:/a/render.yaml");
  assert.equal(windowsOutside("render.yaml"), "render.yaml");
});
