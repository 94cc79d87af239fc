// What a reader sees of a drawing, counted in the same way whoever drew it.

/** Nearer than this to an end that two edges share, they meet; they do not cross. */
const NEAR = 1.5;
/** Offsets of one of two edges, far smaller than anything visible; see `crossings`. */
const NUDGES = [
  [0.0131, 0.0173],
  [0.0131, -0.0173],
  [-0.0131, 0.0173],
  [-0.0131, -0.0173],
];

/**
 * How often two different edges cross.
 *
 * Edges that touch, or run on top of each other for a while, cross there once if they part on other sides than they came
 * together, and else not at all: every pair is counted with one of the two moved by a hair in four directions, and the
 * least of the four counts. What happens where two edges meet at one node is no crossing.
 */
export function crossings({ edges }) {
  let count = 0;
  forPairs(edges, (a, b) => {
    const found = NUDGES.map((nudge) => cuts(a, b, nudge));
    count += Math.min(...found);
  });
  return count;
}

/** How many pairs of edges lie on top of each other over a visible length. */
export function covered({ edges }) {
  let count = 0;
  forPairs(edges, (a, b) => {
    if (segments(a.route).some((s) => segments(b.route).some((t) => covers(s, t)))) count += 1;
  });
  return count;
}

/** How many edges run through a box that is not theirs: neither an end, nor the medium that they are drawn in. */
export function throughBoxes({ nodes, edges }) {
  let count = 0;
  for (const { from, to, medium, route } of edges) {
    for (const [id, box] of nodes) {
      if (![from, to, medium].includes(id) && segments(route).some((piece) => enters(piece, box))) count += 1;
    }
  }
  return count;
}

/** How many pairs of boxes overlap. */
export function overlaps({ nodes }) {
  return pairs([...nodes.values()]).filter(([a, b]) => overlap(a, b)).length;
}

/** How many labels lie on a box, another label or another edge. */
export function collisions({ nodes, edges, labels }) {
  const boxes = [...nodes.values()];
  const hit = ({ edge, box }) =>
    boxes.some((other) => overlap(box, other)) ||
    labels.some((other) => other.edge !== edge && overlap(box, other.box)) ||
    edges.some(({ id, route }) => id !== edge && segments(route).some((piece) => enters(piece, box)));
  return labels.filter(hit).length;
}

function pairs(list) {
  return list.flatMap((a, index) => list.slice(index + 1).map((b) => [a, b]));
}

/** Visits pairs of edges whose bounds meet. */
function forPairs(edges, visit) {
  const bounds = edges.map(({ route }) => {
    const [xs, ys] = [0, 1].map((axis) => route.map((point) => point[axis]));
    return [Math.min(...xs) - NEAR, Math.min(...ys) - NEAR, Math.max(...xs) + NEAR, Math.max(...ys) + NEAR];
  });
  for (let a = 0; a < edges.length; a += 1) {
    for (let b = a + 1; b < edges.length; b += 1) {
      const [p, q] = [bounds[a], bounds[b]];
      if (p[0] < q[2] && q[0] < p[2] && p[1] < q[3] && q[1] < p[3]) visit(edges[a], edges[b]);
    }
  }
}

const segments = (route) => route.slice(1).map((end, index) => [route[index], end]);

/** How often `b`, moved by `nudge`, cuts `a` away from ends that they share. */
function cuts(a, b, [dx, dy]) {
  const meets = sharedEnds(a, b);
  const moved = b.route.map(([x, y]) => [x + dx, y + dy]);
  let count = 0;
  for (const s of segments(a.route)) {
    for (const t of segments(moved)) {
      const at = cut(s, t);
      if (at && !meets.some((end) => Math.hypot(at[0] - end[0], at[1] - end[1]) < NEAR)) count += 1;
    }
  }
  return count;
}

/** The places where two edges end together on a node. */
function sharedEnds(a, b) {
  const ends = ({ from, to, route }) => [
    [from, route[0]],
    [to, route.at(-1)],
  ];
  return ends(a).flatMap(([node, at]) =>
    ends(b)
      .filter(([other, there]) => other === node && Math.hypot(at[0] - there[0], at[1] - there[1]) < NEAR)
      .map(() => at),
  );
}

/** Where two pieces cut each other properly. */
function cut([a, b], [c, d]) {
  const turn = (p, q, r) => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  const [c1, d1] = [turn(a, b, c), turn(a, b, d)];
  const [a1, b1] = [turn(c, d, a), turn(c, d, b)];
  if (c1 * d1 >= 0 || a1 * b1 >= 0) return undefined;
  const share = a1 / (a1 - b1);
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
}

/** Whether two axis-parallel pieces lie on top of each other for more than a point. */
function covers([a, b], [c, d]) {
  for (const [along, across] of [[0, 1], [1, 0]]) {
    const flat = [b, c, d].every((point) => Math.abs(point[across] - a[across]) < 0.5);
    const low = Math.max(Math.min(a[along], b[along]), Math.min(c[along], d[along]));
    const high = Math.min(Math.max(a[along], b[along]), Math.max(c[along], d[along]));
    if (flat && high - low > 1) return true;
  }
  return false;
}

function overlap(a, b) {
  const meet = (axis, length) => Math.min(a[axis] + a[length], b[axis] + b[length]) - Math.max(a[axis], b[axis]);
  return meet("x", "width") > 0.01 && meet("y", "height") > 0.01;
}

/** Whether a piece runs through the inside of a box (Liang and Barsky). */
function enters([a, b], box) {
  const inset = 1;
  let [first, last] = [0, 1];
  for (const [axis, low, high] of [
    [0, box.x + inset, box.x + box.width - inset],
    [1, box.y + inset, box.y + box.height - inset],
  ]) {
    const step = b[axis] - a[axis];
    if (step === 0) {
      if (a[axis] <= low || a[axis] >= high) return false;
    } else {
      const [s, t] = [(low - a[axis]) / step, (high - a[axis]) / step];
      first = Math.max(first, Math.min(s, t));
      last = Math.min(last, Math.max(s, t));
    }
  }
  return first < last;
}
