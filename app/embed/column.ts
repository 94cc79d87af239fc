// The column that a picture is laid out for, and when that is due again.

/** A column that differs by less than this, in CSS pixels, has the picture made smaller or left as it is. */
const STEP = 48;
/** How long a column holds still before the picture is laid out anew, in milliseconds. */
const REST = 150;

/** The column of `panel`, which shows it as `data-column`; `changed` is called when its width has changed much since it was last measured. */
export function columnOf(panel: HTMLElement, changed: () => void): { measured(): number } {
  let laidOut = 0;
  let resting: ReturnType<typeof setTimeout>;
  const isDue = (): boolean => panel.clientWidth > 0 && Math.abs(panel.clientWidth - laidOut) >= STEP;
  new ResizeObserver(() => {
    clearTimeout(resting);
    if (isDue()) resting = setTimeout(() => isDue() && changed(), REST);
  }).observe(panel);
  return {
    measured() {
      laidOut = panel.clientWidth;
      panel.dataset.column = String(laidOut);
      return laidOut;
    },
  };
}
