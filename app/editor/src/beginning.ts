// A parser that reads the beginning of a long text. Who looks at the end of 4 MiB would have all of it read before, which keeps
// the page busy for seconds.

import { type Input, Parser, type PartialParse, type TreeFragment } from "@lezer/common";

/** So many characters are read: the texts of 1,000 resources have fewer. */
const MOST = 500_000;

/** Reads the beginning of a text, as `parser` does, and says that this is all. */
export class Beginning extends Parser {
  private readonly parser: Parser;

  constructor(parser: Parser) {
    super();
    this.parser = parser;
  }

  createParse(input: Input, fragments: readonly TreeFragment[], ranges: readonly { from: number; to: number }[]): PartialParse {
    const parse = this.parser.createParse(input, fragments, ranges);
    if (input.length <= MOST) return parse;
    parse.stopAt(MOST);
    let asked: number | null = null;
    return {
      advance: () => parse.advance(),
      get parsedPos() {
        return parse.parsedPos;
      },
      stopAt(at) {
        asked = at;
        if (at < MOST) parse.stopAt(at);
      },
      get stoppedAt() {
        return asked;
      },
    };
  }
}
