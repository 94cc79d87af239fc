/**
 * A plugin for remark: a fence `render-blueprint`, which holds a Blueprint or names a file of one (`file=render.yaml`, as
 * seen from the page, below the current folder), becomes a picture.
 */
export default function remarkBlueprintLens(): (tree: object, file: object) => Promise<void>;
