// How many bytes may be sent, compressed with brotli. Each is about 1 % above what was measured last (docs/speed.md), since
// machines differ a little; whoever makes something smaller lowers it here.

/** Everything that the first visit requests for picture and editor. */
export const FIRST_VISIT = 674_000;

/** The secondary module of the page, which comes after the picture. */
export const LATER = 421_000;

/** The element's script and the module that draws its picture. */
export const ELEMENT = 231_000;

/** The secondary module of the element. */
export const ELEMENT_LATER = 211_000;
