// Which text a visit begins with: a link, then an address to load from, then a draft, else the first example.

import * as drafts from "./drafts";
import * as link from "./link";
import { KEY, read } from "./storage";

/** What the page starts with. */
export interface Arrival {
  /** The text; nothing when the first example is to be shown. */
  text: string | null;
  /** An address to load from, once the visitor has confirmed it. */
  source: string | null;
  /** Something to tell the visitor. */
  notice: string | null;
  /** Whether this very text brought the page down before. */
  suspicious: boolean;
}

/** Reads the address and what was kept. A text from elsewhere becomes a draft of its own. */
export async function arrive(): Promise<Arrival> {
  const { text: draft, isTorn } = drafts.start();
  const arrival: Arrival = { text: draft, source: null, notice: null, suspicious: false };
  if (isTorn) arrival.notice = "Your last change was not saved completely. This is the version before it.";
  if (link.isLink(location.hash)) {
    try {
      arrival.text = await link.decode(location.hash);
      if (arrival.text !== draft) drafts.begin();
    } catch {
      arrival.notice = link.DAMAGED;
    }
  } else {
    arrival.source = new URLSearchParams(location.search).get("src");
    if (arrival.source !== null) drafts.begin();
  }
  arrival.suspicious = arrival.text !== null && arrival.text === draft && read(KEY.analysing) !== null;
  return arrival;
}
