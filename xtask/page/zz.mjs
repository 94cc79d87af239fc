import { readFileSync, writeFileSync, mkdtempSync } from "node:fs";
import { pathToFileURL } from "node:url"; import { join } from "node:path";
import { execFileSync } from "node:child_process";
import { brotliCompressSync, constants } from "node:zlib";
const root = pathToFileURL("/tmp/wt/lighter/");
const at = (p) => import(new URL("xtask/page/"+p, root));
const { wasmTools, SMALL } = await at("wasm-tools.mjs");
const { split } = await at("split.mjs"); const { linkedConstants } = await at("linked.mjs");
const { idleFunctions } = await at("profile.mjs");
const br = (b) => brotliCompressSync(b, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: b.length, [constants.BROTLI_PARAM_LGBLOCK]: 24, [constants.BROTLI_PARAM_NDIRECT]: 8 } }).length;
const tools = await wasmTools(root);
const linked = "/tmp/lt-app-linked.wasm";
let wat;
try { wat = readFileSync("/tmp/lt-app.wat","utf8"); } catch { 
const work = mkdtempSync("/tmp/lt-page-");
execFileSync("wasm-bindgen", [linked, "--target", "web", "--no-typescript", "--out-name", "app", "--out-dir", work]);
wat = await tools.toText(join(work,"app_bg.wasm")); writeFileSync("/tmp/lt-app.wat", wat); }
const idle0 = await idleFunctions(); const out=/^\$"?<?blueprint_lens_core\[[0-9a-f]+\]::(rules|lint|conventions|schema|directive|edit|redact)::|^\$"?<?blueprint_lens_app\[[0-9a-f]+\]::problems::(entries|markup)/; const idle = process.env.SIM ? (n)=>idle0(n)||out.test(n) : idle0;
const s = split(wat, idle, linkedConstants(readFileSync(linked)));
writeFileSync("/tmp/lt-app-primary.wat", s.primary); writeFileSync("/tmp/lt-app-secondary.wat", s.secondary);
for (const k of ["primary","secondary"]) {
  const w = await tools.toBinary(s[k], ...SMALL, ...(k==="primary"&&process.argv[2]?["--debuginfo"]:[]));
  writeFileSync(`/tmp/lt-app-${k}.wasm`, w);
  console.log(k, w.length, br(w));
  let p=8;const u=()=>{let r=0,s=0;for(;;){const x=w[p++];r|=(x&127)<<s;s+=7;if(x<128)return r}};
  while(p<w.length){const id=w[p++];const n=u();if(n>1500)console.log("  section",id,n,br(w.subarray(p,p+n)));p+=n}
}
console.log("stubs", (s.primary.match(/call \$split:join\)/g)??[]).length);
await tools.done();
