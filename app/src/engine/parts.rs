//! The parts of an analysis that cross from the worker to the page: the picture, and what was found.

use blueprint_lens_core::analysis::Summary;
use blueprint_lens_core::diagnostics::{
    Category, Diagnostic, Fix, Related, Safety, Severity, Subject,
};
use blueprint_lens_core::graph::{EdgeClass, Exposure, Verdict};
use blueprint_lens_core::layout::Role;
use blueprint_lens_core::scene::{
    Anchor, Label, LaneKind, LegendEntry, Point, Rect, Room, Scene, SceneEdge, SceneFrame,
    SceneGroup, SceneItem, SceneItemKind, SceneLane, SceneNode, Shape, Size, Stop, ViewFilter,
};
use blueprint_lens_core::text::{Span, TextEdit};

use super::wire::{Reader, Wire, Writer, choice, record};

record!(Summary { errors, warnings, infos, resources, edges });
record!(Span { start, end });
record!(TextEdit { span, text });

record!(Diagnostic {
    rule,
    facts,
    category,
    severity,
    message,
    help,
    span,
    path,
    related,
    fixes,
    subject
});
record!(Related { span, message } leaving out file);
record!(Fix { title, safety, edits });
record!(Subject { node, also, edge });
choice!(Severity { Info, Warning, Error });
choice!(Safety { Safe, Unsafe, Display });
choice!(Category {
    Syntax,
    Schema,
    Validator,
    Network,
    Exposure,
    Secret,
    Deprecated,
    Style,
    Assertion
});

record!(Point { x, y });
record!(Size { width, height });
record!(Rect { x, y, width, height });
// What the next layout and its overlay need stays in the worker.
record!(Scene {
    size,
    title,
    summary,
    frames,
    lanes,
    groups,
    nodes,
    edges,
    legend,
    numbers,
    items,
    undrawn
} leaving out grid, form);
record!(SceneFrame { path, rect });
record!(SceneLane { id, label, kind, rect });
choice!(LaneKind { Region, Edge, Elsewhere });
record!(SceneGroup { id, env, label, isolated, lane, rect });
record!(SceneNode {
    id,
    kind,
    name,
    region,
    scope,
    lane,
    exposure,
    resources,
    declared,
    role,
    expected,
    severity,
    rect,
    span
});
choice!(Role { Public, Private, Data });
choice!(Exposure { Public, PublicLimited, Private, Closed, OutboundOnly, Unknown });
record!(SceneEdge {
    id,
    from,
    to,
    class,
    verdict,
    variables,
    route,
    drawn,
    bundle,
    stop,
    label,
    spans,
    severity
});
choice!(EdgeClass { Private, Public, Config, Control, Ingress });
choice!(Verdict { Ok, Blocked, Detour, Unknown });
record!(Stop { at, reason });
record!(Label { text, rect });
record!(LegendEntry { id, text });
record!(SceneItem { kind, id, class, name, index, origin, shapes });
choice!(SceneItemKind {
    Backdrop,
    File,
    Lane,
    Group,
    Edge,
    Node,
    EdgeLabel,
    Legend,
    Barrier,
    Overlay,
    Trunk
});
choice!(Anchor { Start, Middle, End });

impl Wire for Shape {
    fn write(&self, out: &mut Writer) {
        match self {
            Self::Rect { rect, radius, class } => {
                0_u8.write(out);
                rect.write(out);
                radius.write(out);
                class.write(out);
            }
            Self::Circle { center, radius, class } => {
                1_u8.write(out);
                center.write(out);
                radius.write(out);
                class.write(out);
            }
            Self::Path { d, class } => {
                2_u8.write(out);
                d.write(out);
                class.write(out);
            }
            Self::Text { at, text, width, anchor, class, rotate } => {
                3_u8.write(out);
                at.write(out);
                text.write(out);
                width.write(out);
                anchor.write(out);
                class.write(out);
                rotate.write(out);
            }
        }
    }

    fn read(input: &mut Reader<'_>) -> Self {
        let mut field = Fields(input);
        match field.next::<u8>() {
            0 => Self::Rect { rect: field.next(), radius: field.next(), class: field.next() },
            1 => Self::Circle { center: field.next(), radius: field.next(), class: field.next() },
            2 => Self::Path { d: field.next(), class: field.next() },
            _ => Self::Text {
                at: field.next(),
                text: field.next(),
                width: field.next(),
                anchor: field.next(),
                class: field.next(),
                rotate: field.next(),
            },
        }
    }
}

/// Values that follow one another.
struct Fields<'a, 'bytes>(&'a mut Reader<'bytes>);

impl Fields<'_, '_> {
    fn next<Value: Wire>(&mut self) -> Value {
        Value::read(self.0)
    }
}

record!(ViewFilter { focus, hidden, folded, copied });
record!(Room { width, height });
