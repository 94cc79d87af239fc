// How many bytes may be sent, compressed with brotli. Each is about 1 % above what was measured last (docs/speed.md), since
// machines differ a little; whoever makes something smaller lowers it here.

/** Everything that the first visit requests for picture and editor. */
export const FIRST_VISIT = 593_000;

/** The secondary module of the page, with the rules, and the colours of the text, which come after the picture. */
export const LATER = 596_500;

/** The element's script and the module that draws its picture; the goal is 240,000, and 239,998 were measured. */
export const ELEMENT = 241_000;

/** The secondary module of the element. */
export const ELEMENT_LATER = 221_500;
