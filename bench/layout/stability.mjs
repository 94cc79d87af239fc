// How far a drawing moves when one resource is added.

const middle = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/**
 * The mean distance that boxes which are in both drawings moved, as a share of the first drawing's diagonal.
 *
 * The second drawing is first put where most of it lies on the first, as nobody minds if all of it shifts. The internet
 * does not count: it is no resource.
 */
export function movement(before, after) {
  const centre = ({ x, y, width, height }) => [x + width / 2, y + height / 2];
  const moves = [...before.nodes]
    .filter(([id]) => id !== "internet" && after.nodes.has(id))
    .map(([id, box]) => {
      const [from, to] = [centre(box), centre(after.nodes.get(id))];
      return [to[0] - from[0], to[1] - from[1]];
    });
  if (moves.length === 0) return 0;
  const [dx, dy] = [0, 1].map((axis) => middle(moves.map((move) => move[axis])));
  const sum = moves.reduce((total, [x, y]) => total + Math.hypot(x - dx, y - dy), 0);
  return sum / moves.length / diagonal(before);
}

function diagonal({ nodes }) {
  const boxes = [...nodes.values()];
  const extent = (axis, length) =>
    Math.max(...boxes.map((box) => box[axis] + box[length])) - Math.min(...boxes.map((box) => box[axis]));
  return Math.hypot(extent("x", "width"), extent("y", "height"));
}
