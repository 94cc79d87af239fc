// The secondary module: the part of the WebAssembly that the first picture does not need (xtask/page/split.mjs). It is
// fetched after the first picture; what needs it before it has come waits for it.

import { bytesNow } from "./now";

/** The secondary module of one instance. */
export class Secondary {
  private address: string | undefined;
  private code: WebAssembly.Module | undefined;
  private coming: Promise<WebAssembly.Module> | undefined;
  private joining: Promise<WebAssembly.Instance> | undefined;
  private joined = false;

  /** Whether its functions are there; they always are when the WebAssembly is whole. */
  get isThere(): boolean {
    return this.joined || this.address === undefined;
  }

  /** Says where it lies, before the app starts; nowhere when the WebAssembly is whole. */
  liesAt(address: string | undefined): void {
    this.address = address;
  }

  /** Its code; fetched, once, with what is more urgent first. Nothing when the WebAssembly is whole. */
  async compiled(): Promise<WebAssembly.Module | undefined> {
    if (this.code !== undefined || this.address === undefined) return this.code;
    this.coming ??= fetchCompiled(this.address).finally(() => (this.coming = undefined));
    return (this.code ??= await this.coming);
  }

  /** Adds its functions to the instance with these exports as soon as it has come, in the way that suits every browser. */
  async fetch(exports: WebAssembly.Exports): Promise<void> {
    const code = await this.compiled();
    if (code === undefined || this.joined) return;
    // A failure is not kept: the next one who asks tries again.
    this.joining ??= WebAssembly.instantiate(code, { "": exports }).finally(() => (this.joining = undefined));
    await this.joining;
    this.joined = true;
  }

  /** Adds its functions at once: before it has come. Chrome up to 114 does that in workers only. */
  join(exports: WebAssembly.Exports): void {
    if (this.code === undefined) {
      if (this.address === undefined) throw new Error("the WebAssembly was not split");
      this.code = new WebAssembly.Module(bytesNow(this.address));
    }
    new WebAssembly.Instance(this.code, { "": exports });
    this.joined = true;
  }
}

async function fetchCompiled(address: string): Promise<WebAssembly.Module> {
  const response = await fetch(address, { priority: "low" });
  if (!response.ok) throw new Error(`${address}: status ${response.status}`);
  return WebAssembly.compile(await response.arrayBuffer());
}
