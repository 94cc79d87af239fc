//! Verification: what a layout promises, as functions that say where it is broken. Tests over the corpus and over
//! generated graphs call them, and so may anybody who doubts a picture. O((n + m)²).
#![expect(clippy::float_cmp, reason = "corners of one line share their numbers exactly")]

use crate::geometry::{Point, Rect};
use crate::layout::input::{EdgeRouting, LayoutInput};
use crate::layout::output::{Frame, Layout, PlacedEdge};

/// Tolerance for sums of floating-point numbers.
const EPSILON: f64 = 0.01;

/// Every broken promise, in words; empty when all are kept.
pub fn verify(input: &LayoutInput, layout: &Layout) -> Vec<String> {
    let mut out = Vec::new();
    let drawing = Rect::new(0.0, 0.0, layout.size.width, layout.size.height);
    finite_and_inside(layout, drawing, &mut out);
    lanes(layout, &mut out);
    files(input, layout, &mut out);
    nodes(input, layout, &mut out);
    groups(input, layout, &mut out);
    for edge in 0..layout.edges.len() {
        routes(input, layout, edge, &mut out);
        labels(input, layout, edge, &mut out);
    }
    undrawn(input, layout, &mut out);
    out
}

/// Everything is finite and inside the drawing.
fn finite_and_inside(layout: &Layout, drawing: Rect, out: &mut Vec<String>) {
    let mut rect = |what: &str, index: usize, r: Rect| {
        let numbers = [r.x, r.y, r.width, r.height];
        if !numbers.iter().all(|n| n.is_finite()) || r.width < 0.0 || r.height < 0.0 {
            out.push(format!("{what} {index} is no box: {r:?}"));
        } else if !drawing.grow(EPSILON).contains(r) {
            out.push(format!("{what} {index} leaves the drawing: {r:?}"));
        }
    };
    layout.lanes.iter().enumerate().for_each(|(i, frame)| rect("lane", i, frame.rect));
    layout.groups.iter().enumerate().for_each(|(i, frame)| rect("group", i, frame.rect));
    layout.nodes.iter().enumerate().for_each(|(i, &node)| rect("node", i, node));
    for (index, edge) in layout.edges.iter().enumerate() {
        if let Some((_, card)) = edge.label {
            rect("label", index, card);
        }
        for point in &edge.route {
            rect("route", index, Rect::new(point.x, point.y, 0.0, 0.0));
        }
    }
}

/// Lanes span the same width and do not overlap.
fn lanes(layout: &Layout, out: &mut Vec<String>) {
    for pair in layout.lane_order.windows(2) {
        let (upper, lower) = (layout.lanes[pair[0]].rect, layout.lanes[pair[1]].rect);
        if upper.bottom() > lower.y {
            out.push(format!("lanes {} and {} overlap", pair[0], pair[1]));
        }
        if upper.x != lower.x || upper.width != lower.width {
            out.push(format!("lanes {} and {} differ in width", pair[0], pair[1]));
        }
    }
}

/// Frames of files hold their lanes and no others, and are apart from each other.
fn files(input: &LayoutInput, layout: &Layout, out: &mut Vec<String>) {
    for (index, file) in layout.files.iter().enumerate() {
        for (lane, placed) in layout.lanes.iter().enumerate() {
            let is_own = input.lanes[lane].file == Some(index);
            if is_own && !file.rect.contains(placed.rect) {
                out.push(format!("lane {lane} leaves its file {index}"));
            }
            if !is_own && file.rect.overlaps(placed.rect) {
                out.push(format!("lane {lane} lies in foreign file {index}"));
            }
        }
        for (other, second) in layout.files.iter().enumerate().skip(index + 1) {
            if file.rect.overlaps(second.rect) {
                out.push(format!("files {index} and {other} overlap"));
            }
        }
    }
}

/// Nodes lie inside their lanes and apart from each other.
fn nodes(input: &LayoutInput, layout: &Layout, out: &mut Vec<String>) {
    for (index, (node, &rect)) in input.nodes.iter().zip(&layout.nodes).enumerate() {
        if let Some(lane) = node.lane
            && !layout.lanes[lane].rect.contains(rect)
        {
            out.push(format!("node {index} leaves its lane"));
        }
        for (other, &second) in layout.nodes.iter().enumerate().skip(index + 1) {
            if rect.overlaps(second) {
                out.push(format!("nodes {index} and {other} overlap"));
            }
        }
    }
}

/// Frames lie in their lanes, hold their members and nobody else, and are apart from each other.
fn groups(input: &LayoutInput, layout: &Layout, out: &mut Vec<String>) {
    for (index, (group, frame)) in input.groups.iter().zip(&layout.groups).enumerate() {
        if frame.rect.width == 0.0 {
            if input.nodes.iter().any(|node| node.group == Some(index)) {
                out.push(format!("group {index} has members but no frame"));
            }
            continue;
        }
        if !layout.lanes[group.lane].rect.contains(frame.rect) {
            out.push(format!("group {index} leaves its lane"));
        }
        for (node, (placed, &rect)) in input.nodes.iter().zip(&layout.nodes).enumerate() {
            if placed.group == Some(index) && !frame.rect.contains(rect) {
                out.push(format!("node {node} leaves its group {index}"));
            }
            if placed.group != Some(index) && frame.rect.overlaps(rect) {
                out.push(format!("node {node} lies in foreign group {index}"));
            }
        }
        for (other, second) in layout.groups.iter().enumerate().skip(index + 1) {
            if frame.rect.overlaps(second.rect) {
                out.push(format!("groups {index} and {other} overlap"));
            }
        }
    }
}

/// Whether a point lies on the border of a box.
fn on_border(rect: Rect, p: Point) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() < EPSILON;
    let inside = rect.grow(EPSILON).contains(Rect::new(p.x, p.y, 0.0, 0.0));
    inside
        && (near(p.x, rect.x)
            || near(p.x, rect.right())
            || near(p.y, rect.y)
            || near(p.y, rect.bottom()))
}

/// The box of a segment of a route.
fn segment(pair: &[Point]) -> Rect {
    let (a, b) = (pair[0], pair[1]);
    Rect::new(a.x.min(b.x), a.y.min(b.y), (a.x - b.x).abs(), (a.y - b.y).abs())
}

/// Whether a segment of a route runs through the inside of a box.
fn crosses(line: Rect, rect: Rect) -> bool {
    let inner = rect.grow(-EPSILON);
    line.x < inner.right()
        && inner.x < line.right()
        && line.y < inner.bottom()
        && inner.y < line.bottom()
        || (line.width == 0.0 && inner.x < line.x && line.x < inner.right())
            && line.y < inner.bottom()
            && inner.y < line.bottom()
        || (line.height == 0.0 && inner.y < line.y && line.y < inner.bottom())
            && line.x < inner.right()
            && inner.x < line.right()
}

/// Routes are axis-aligned, start and end on borders, and run through no node and no foreign label.
fn routes(input: &LayoutInput, layout: &Layout, index: usize, out: &mut Vec<String>) {
    let PlacedEdge { route, is_cut, .. } = &layout.edges[index];
    let edge = &input.edges[index];
    let (Some(&start), Some(&end)) = (route.first(), route.last()) else {
        if edge.from != edge.to && input.nodes[edge.to].lane.is_some() {
            out.push(format!("edge {index} has no route"));
        }
        return;
    };
    if edge.routing == EdgeRouting::Ingress {
        if start.x >= layout.nodes[edge.to].x || route.len() != 2 {
            out.push(format!("edge {index} is no stub on the internet's side"));
        }
    } else if !on_border(layout.nodes[edge.from], start) {
        out.push(format!("edge {index} does not start on its caller"));
    }
    let boundary = |frame: &Frame| on_border(frame.rect, end);
    if *is_cut {
        if !layout.lanes.iter().chain(&layout.groups).any(boundary) {
            out.push(format!("edge {index} does not stop on a boundary"));
        }
    } else if !on_border(layout.nodes[edge.to], end) {
        out.push(format!("edge {index} does not end on its callee"));
    }
    for pair in route.windows(2) {
        let line = segment(pair);
        if line.width != 0.0 && line.height != 0.0 {
            out.push(format!("edge {index} is not axis-aligned at {:?}", pair[0]));
        }
        for (node, &rect) in layout.nodes.iter().enumerate() {
            if crosses(line, rect) {
                out.push(format!("edge {index} runs through node {node}"));
            }
        }
        for (other, placed) in layout.edges.iter().enumerate().filter(|(other, _)| *other != index)
        {
            // Edges of one trunk are one line at its end.
            let shares = edge.look.is_some()
                && (edge.look, edge.to) == (input.edges[other].look, input.edges[other].to);
            let on_label = placed.label.is_some_and(|(_, card)| crosses(line, card));
            if on_label && !shares {
                out.push(format!("edge {index} runs through the label of {other}"));
            }
            for pair in placed.route.windows(2).filter(|_| other > index && !shares) {
                if covers(line, segment(pair)) {
                    out.push(format!("edges {index} and {other} lie on top of each other"));
                }
            }
        }
    }
}

/// Undrawn edges have routes too: axis-aligned, from box to box, through no node.
fn undrawn(input: &LayoutInput, layout: &Layout, out: &mut Vec<String>) {
    for (index, (edge, route)) in input.undrawn.iter().zip(&layout.undrawn).enumerate() {
        let (Some(&start), Some(&end)) = (route.first(), route.last()) else {
            if edge.from != edge.to {
                out.push(format!("undrawn edge {index} has no route"));
            }
            continue;
        };
        if !on_border(layout.nodes[edge.from], start) || !on_border(layout.nodes[edge.to], end) {
            out.push(format!("undrawn edge {index} does not run from its caller to its callee"));
        }
        for line in route.windows(2).map(segment) {
            if line.width != 0.0 && line.height != 0.0 {
                out.push(format!("undrawn edge {index} is not axis-aligned"));
            }
            for (node, &rect) in layout.nodes.iter().enumerate() {
                if crosses(line, rect) {
                    out.push(format!("undrawn edge {index} runs through node {node}"));
                }
            }
        }
    }
}

/// Whether two segments of routes lie on top of each other over a visible length.
fn covers(a: Rect, b: Rect) -> bool {
    let along = |a0: f64, a1: f64, b0: f64, b1: f64| a1.min(b1) - a0.max(b0) > 1.0;
    if a.height == 0.0 && b.height == 0.0 {
        (a.y - b.y).abs() < 1.0 && along(a.x, a.right(), b.x, b.right())
    } else if a.width == 0.0 && b.width == 0.0 {
        (a.x - b.x).abs() < 1.0 && along(a.y, a.bottom(), b.y, b.bottom())
    } else {
        false
    }
}

/// Labels overlap no node and no other label.
fn labels(input: &LayoutInput, layout: &Layout, index: usize, out: &mut Vec<String>) {
    let Some((wording, card)) = layout.edges[index].label else { return };
    if input.edges[index].label.get(wording) != Some(&card.width) {
        out.push(format!("label {index} has not the width of its wording"));
    }
    for (node, &rect) in layout.nodes.iter().enumerate() {
        if card.overlaps(rect) {
            out.push(format!("label {index} overlaps node {node}"));
        }
    }
    for (other, edge) in layout.edges.iter().enumerate().skip(index + 1) {
        if edge.label.is_some_and(|(_, second)| card.overlaps(second)) {
            out.push(format!("labels {index} and {other} overlap"));
        }
    }
}
