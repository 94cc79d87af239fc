//! Blueprint, network and findings to the finished picture.

use super::asked::{Ask, View, placed, planned};
use super::boxed;
use super::caption;
use super::draw::{self, Words};
use super::frame::group_id;
use super::held::{Held, held};
use super::legend::worst;
use super::picture::{Label, Scene, SceneEdge, SceneFrame, SceneGroup, SceneLane, SceneNode, Stop};
use super::planned::Plan;
use super::prose;
use super::subgraph::Subgraph;
use crate::diagnostics::Diagnostic;
use crate::geometry::{Point, Rect, Size};
use crate::graph::{NetNode, Network, NodeKind};
use crate::layout::{Layout, MARGIN, Room, legend_height};
use crate::model::{Blueprint, Scope};
use crate::platform::Kind;
use crate::wording::sentence::sentence;

/// Draws the network of `blueprint` for a room, with what was `found` marked on it; nothing is said about mistakes when
/// nobody has looked for them. The same input gives the same picture.
pub fn build(
    blueprint: &Blueprint,
    network: &Network,
    found: Option<&[Diagnostic]>,
    room: Room,
) -> Scene {
    let view = View { room, previous: None };
    drawn(blueprint, network, found, &Ask { view, ..Ask::default() })
}

/// The same for a view; where it is `copied`, with the lines of copied values, which are otherwise drawn only where they
/// are pointed at.
pub fn build_view(
    blueprint: &Blueprint,
    network: &Network,
    found: Option<&[Diagnostic]>,
    view: View<'_>,
    copied: bool,
) -> Scene {
    drawn(blueprint, network, found, &Ask { view, copied, ..Ask::default() })
}

/// The same, with everything that `previous` shows kept in place: for the time in which somebody edits the text.
pub fn build_with_previous(
    blueprint: &Blueprint,
    network: &Network,
    found: Option<&[Diagnostic]>,
    room: Room,
    previous: &Scene,
) -> Scene {
    let view = View { room, previous: Some(previous) };
    drawn(blueprint, network, found, &Ask { view, ..Ask::default() })
}

/// Draws a part of `network`, and says in the title how much of it that is. Findings are marked on what represents the
/// nodes and edges that they are about; what `previous` shows is kept in place.
pub fn build_subgraph(
    blueprint: &Blueprint,
    network: &Network,
    subgraph: &Subgraph,
    found: Option<&[Diagnostic]>,
    view: View<'_>,
) -> Scene {
    let representatives = Some(&subgraph.representatives);
    let ask = Ask { representatives, view, copied: subgraph.copied };
    let mut scene = drawn(blueprint, &subgraph.network, found, &ask);
    scene.title = format!("{} ({})", prose::title(network), subgraph.words());
    scene.summary = format!("{} {}", sentence(&subgraph.words()), scene.summary);
    scene
}

fn drawn(
    blueprint: &Blueprint,
    network: &Network,
    found: Option<&[Diagnostic]>,
    ask: &Ask<'_>,
) -> Scene {
    let (plan, legend) = planned(blueprint, network, found.unwrap_or_default(), ask);
    let placed = placed(&plan, network, ask.view.previous);
    let mut scene = Scene {
        title: prose::title(network),
        summary: prose::summary(blueprint, network, found),
        legend,
        form: placed.form,
        ..Scene::default()
    };
    if network.graph().node_count() == 0 {
        return empty(scene);
    }
    frames(&mut scene, &plan, &placed);
    lanes(&mut scene, &plan, &placed);
    groups(&mut scene, blueprint, &plan, &placed);
    nodes(&mut scene, blueprint, network, &plan, &placed);
    edges(&mut scene, network, &plan, &placed);
    items(&mut scene, blueprint, network, &plan, &placed);
    scene.grid = placed.grid;
    scene
}

/// A picture of nothing: just the ground.
fn empty(mut scene: Scene) -> Scene {
    scene.size = Size { width: 560.0, height: 120.0 };
    scene.items = draw::backdrop(scene.size, &[], |_| Held::Named);
    scene
}

fn frames(scene: &mut Scene, plan: &Plan<'_>, placed: &Layout) {
    let frames = plan.files.iter().zip(&placed.files);
    let frames = frames.map(|(file, placed)| (file.path.clone(), placed.rect));
    scene.frames = frames.map(|(path, rect)| SceneFrame { path, rect }).collect();
}

fn lanes(scene: &mut Scene, plan: &Plan<'_>, placed: &Layout) {
    for &lane in &placed.lane_order {
        let planned = &plan.lanes[lane];
        scene.lanes.push(SceneLane {
            id: planned.id.clone(),
            label: planned.label.to_owned(),
            kind: planned.kind,
            rect: placed.lanes[lane].rect,
        });
    }
}

fn groups(scene: &mut Scene, blueprint: &Blueprint, plan: &Plan<'_>, placed: &Layout) {
    for (index, group) in plan.groups.iter().enumerate() {
        let lane = &plan.lanes[plan.input.groups[index].lane].id;
        let environment = blueprint.environment(group.environment);
        let label = match environment.name.text() {
            Some(name) => name.to_owned(),
            None => group.env.rsplit('/').next().unwrap_or_default().to_owned(),
        };
        scene.groups.push(SceneGroup {
            id: group_id(&group.env, group.twin, lane),
            env: group.env.clone(),
            label,
            isolated: blueprint.is_isolated(Scope::Environment(group.environment)),
            lane: lane.clone(),
            rect: placed.groups[index].rect,
        });
    }
}

fn nodes(
    scene: &mut Scene,
    blueprint: &Blueprint,
    network: &Network,
    plan: &Plan<'_>,
    placed: &Layout,
) {
    for (index, (_, node)) in network.nodes().enumerate() {
        let lane = plan.input.nodes[index].lane;
        scene.nodes.push(SceneNode {
            id: node.id.clone(),
            kind: node.kind_id(),
            name: node.name.clone(),
            region: node.placement.region().map(crate::platform::Region::id),
            scope: node.scope.map(|scope| blueprint.scope_label(scope)),
            lane: lane.map(|lane| plan.lanes[lane].id.clone()),
            exposure: node.exposure,
            resources: boxed::place_size(node),
            declared: node.is_declared(),
            role: plan.input.nodes[index].role,
            expected: match node.kind {
                NodeKind::Undeclared { expected } => expected.map(Kind::id),
                _ => None,
            },
            severity: worst(plan.of_node.get(node.id.as_str())),
            rect: placed.nodes[index],
            span: node.span,
        });
    }
}

fn edges(scene: &mut Scene, network: &Network, plan: &Plan<'_>, placed: &Layout) {
    let ids: Vec<&str> = network.edges().map(|(.., edge)| edge.id.as_str()).collect();
    // What the numbers of the plan are on the picture, where only those count that are shown.
    let mut shown = vec![None; plan.numbers.values().len()];
    let mut line_of = vec![0; ids.len()];
    for (index, line) in plan.lines.iter().enumerate() {
        line.members.iter().for_each(|&edge| line_of[edge] = index);
    }
    for ((edge, from, to, weight), &index) in network.edges().zip(&line_of) {
        let line = &plan.lines[index];
        let found = line.drawn.then(|| &placed.edges[line.place]);
        let route = found.map_or(&placed.undrawn[..], |_| &[]).get(line.place);
        let route = found.map(|found| &found.route).or(route).cloned().unwrap_or_default();
        let is_lead = line.lead == edge.0;
        let end = route.last().copied().unwrap_or_default();
        let stop = plan.reasons[index].map(|reason| Stop { at: end, reason: reason.id() });
        let label = found.and_then(|found| found.label).filter(|_| is_lead);
        let label = label.map(|(wording, rect)| Label {
            text: match plan.input.edges[line.place].number {
                Some(number) if wording + 1 == plan.labels[index].len() => {
                    let own: &mut Option<usize> = &mut shown[number];
                    let own = *own.get_or_insert_with(|| {
                        scene.numbers.push(plan.numbers.values()[number].clone());
                        scene.numbers.len()
                    });
                    own.to_string()
                }
                _ => plan.labels[index][wording].clone(),
            },
            rect,
        });
        scene.edges.push(SceneEdge {
            id: weight.id.clone(),
            from: network.node(from).id.clone(),
            to: network.node(to).id.clone(),
            class: weight.class,
            verdict: weight.verdict,
            variables: weight.variables().into_iter().map(ToOwned::to_owned).collect(),
            route,
            drawn: line.drawn,
            bundle: (line.members.len() > 1).then(|| ids[line.lead].to_owned()),
            stop,
            label,
            spans: weight.causes.iter().map(|cause| cause.span).collect(),
            severity: worst(plan.of_edge.get(weight.id.as_str())),
        });
    }
}

/// Draws everything, back to front.
fn items(
    scene: &mut Scene,
    blueprint: &Blueprint,
    network: &Network,
    plan: &Plan<'_>,
    placed: &Layout,
) {
    let width = placed.size.width - 2.0 * MARGIN;
    let entries = scene.legend.iter().map(draw::entry_width);
    let numbers = scene.numbers.iter().map(|text| caption::number_width(text));
    let legend = legend_height(entries.chain(numbers), width);
    scene.size = Size { width: placed.size.width, height: (placed.size.height + legend).ceil() };
    let ends: Vec<_> = network.edges().collect();
    let named = if scene.form.has_column_names() { &placed.columns[..] } else { &[] };
    let mut items = draw::backdrop(scene.size, named, |column| held(network, &scene.nodes, column));
    for (index, file) in plan.files.iter().enumerate() {
        items.push(draw::file(file, index, placed.files[index]));
    }
    for (index, (&lane, found)) in placed.lane_order.iter().zip(&scene.lanes).enumerate() {
        items.push(draw::lane(found, index, &plan.lanes[lane], placed.lanes[lane]));
    }
    for (index, group) in scene.groups.iter().enumerate() {
        let (planned, frame) = (&plan.groups[index], placed.groups[index]);
        items.push(draw::group(&group.id, index, group.isolated, planned, frame));
    }
    let receives: Vec<bool> =
        network.nodes().map(|(_, node)| caption::receives(blueprint, node)).collect();
    let is_internet = |node: &NetNode| node.kind == NodeKind::Internet;
    for (index, (_, node)) in network.nodes().enumerate() {
        if is_internet(node) {
            items.push(draw::internet(&scene.nodes[index], index));
        }
    }
    for line in &plan.lines {
        let (_, from, to, _) = ends[line.lead];
        let rect = scene.nodes[to.0].rect;
        let ring = receives[to.0].then(|| Point::new(rect.x, rect.center().y));
        let members: Vec<&SceneEdge> =
            line.members.iter().map(|&edge| &scene.edges[edge]).collect();
        let nodes = (&scene.nodes[from.0], &scene.nodes[to.0]);
        let item = draw::edge(&members, line.lead, nodes, ring);
        if line.drawn { items.push(item) } else { scene.undrawn.push(item) }
    }
    for (index, (_, node)) in network.nodes().enumerate() {
        if !is_internet(node) {
            let (second_lines, distinct) = (&plan.second_lines[index], plan.distinct[index]);
            let words = Words { second_lines, distinct };
            items.push(draw::node(&scene.nodes[index], index, node, words, receives[index]));
        }
    }
    for (index, &trunk) in placed.trunks.iter().enumerate() {
        items.push(draw::trunk(trunk, index, &scene.nodes[trunk.to]));
    }
    for line in plan.lines.iter().filter(|line| line.drawn) {
        items.extend(draw::edge_label(&scene.edges[line.lead], line.lead));
    }
    let place = Rect::new(MARGIN, placed.size.height, width, legend);
    items.extend(draw::legend(&scene.legend, &scene.numbers, place));
    scene.items = items;
}
