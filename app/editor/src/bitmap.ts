// The picture as pixels: an SVG document drawn twice its size, and the page's fonts for it.

import { save } from "./files";

/** Pixels per unit of the picture. */
const SCALE = 2;

/** No browser of the README draws more on a side of a canvas, or on the whole of it. */
const MOST_PIXELS = { side: 16_384, area: 268_435_456 };

/** Hands a standalone SVG document to the visitor as a PNG file; refused when the browser cannot draw it. */
export async function savePng(name: string, drawing: string): Promise<void> {
  const address = URL.createObjectURL(new Blob([drawing], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const scale = Math.min(SCALE, MOST_PIXELS.side / Math.max(width, height), Math.sqrt(MOST_PIXELS.area / (width * height)));
    const canvas = document.createElement("canvas");
    canvas.width = Math.floor(width * scale);
    canvas.height = Math.floor(height * scale);
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("there is no canvas");
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
    if (blob === null) throw new Error("the canvas gave no picture");
    save(name, blob);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The font faces of the page with their files inside: an image sees nothing of the page around it. */
export async function fontRules(): Promise<string> {
  const sheets = [...document.styleSheets].filter((sheet) => sheet.href?.startsWith(location.origin));
  const faces = sheets.flatMap((sheet) =>
    [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule).map((rule) => ({ rule, base: sheet.href ?? "" })),
  );
  const rules = await Promise.all(
    faces.map(async ({ rule, base }) => {
      const file = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue("src"))?.[1];
      if (file === undefined) return "";
      const data = await dataUrl(await (await fetch(new URL(file, base))).blob());
      const { fontFamily, fontWeight } = rule.style;
      return `@font-face{font-family:${fontFamily};font-weight:${fontWeight};src:url(${data}) format("woff2")}`;
    }),
  );
  return rules.join("");
}

function dataUrl(file: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(file);
  });
}
