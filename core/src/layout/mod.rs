//! Layout: where everything stands, as a pure function of who is joined to whom and how wide the texts are.
//!
//! A layered layout (Sugiyama) in swimlanes. The drawing is a grid: columns read from callers to data, rows belong to
//! lanes, and edges run in the channels between columns and between rows. Everything that decides how the picture reads
//! (rows, routes, order in a channel) is found before any coordinate is; the coordinates then follow from top to bottom
//! and from left to right, so that nothing can overlap by construction. `verify` states what is promised, and says where
//! a layout breaks it. `docs/layout.md` says which paper or engine each pass follows.

mod assemble;
mod coordinates;
mod fitting;
mod input;
mod labels;
mod layering;
mod ordering;
mod output;
mod placement;
mod ports;
mod routing;
mod spacing;
mod stability;
mod tracks;
mod verify;

pub use fitting::form::{Density, Flow, Form, LabelRoom};
pub use fitting::legend::{legend_height, legend_places};
pub use fitting::room::Room;
pub use input::{
    Boundary, EdgeInput, EdgeRouting, FileInput, GroupInput, LaneInput, LayoutInput, NodeInput,
    Role, Tier,
};
pub use layering::lanes::lane_order;
pub use output::{Band, Channel, Frame, GridLines, Layout, PlacedColumn, PlacedEdge, Trunk};
pub use spacing::{MARGIN, NODE_TEXT_SIZE};
pub use stability::PreviousLayout;
pub use verify::verify;

use assemble::assemble;
use coordinates::channel_space::reserve_label_space;
use coordinates::grid_lines::grid_lines;
use coordinates::trace::trace_routes;
use coordinates::x::{place_columns, place_turns};
use coordinates::y::{place_lines, place_rows};
use fitting::inset::{for_legend, inset};
use fitting::search::{DrawnForm, Effort, best_form};
use labels::place::place_labels;
use labels::segment::choose_label_lines;
use layering::columns::{Columns, Standing, assign_columns};
use layering::lanes::{LaneStack, stack_lanes};
use layering::layer_graph::build_layer_graph;
use layering::rank::rank_nodes;
use ordering::previous::PreviousRows;
use ordering::search::{DrawnOrder, candidate_orders, keep_best};
use placement::brandes_koepf;
use placement::grid::build_grid;
use placement::rows::assign_rows;
use ports::assign::{assign_ports, size_nodes};
use routing::clip::clip_routes;
use routing::router::route_edges;
use routing::trunks::find_trunks;
use routing::undrawn::route_undrawn;
use tracks::columns::assign_column_tracks;
use tracks::rows::assign_row_tracks;

/// Lays out the drawing.
pub fn layout(input: &LayoutInput) -> Layout {
    layout_with_previous(input, &PreviousLayout::default())
}

/// Lays out the drawing and keeps what it shares with the previous layout in place, for as long as somebody edits the
/// text.
pub fn layout_with_previous(input: &LayoutInput, previous: &PreviousLayout) -> Layout {
    // Layering, and the search for the form that fits the room.
    let lanes = stack_lanes(input, previous);
    let standing = Standing::new(input, rank_nodes(input));
    if previous.is_empty() {
        let best = best_form(input, &lanes, &standing, |form, columns, effort| {
            lay_out(input, &lanes, columns, form, effort, previous)
        });
        let free = for_legend(input, &best);
        return inset(best, free);
    }
    let (form, previous) = (previous.form, &previous.without_inset());
    let columns = assign_columns(input, &lanes, &standing, form, previous);
    let layout = lay_out(input, &lanes, &columns, form, Effort::Full, previous).layout;
    inset(layout, form.inset)
}

/// Lays out the drawing in one form.
fn lay_out(
    input: &LayoutInput,
    lanes: &LaneStack,
    columns: &Columns,
    form: Form,
    effort: Effort,
    previous: &PreviousLayout,
) -> DrawnForm {
    let graph = build_layer_graph(input, lanes, columns);

    // Crossing minimization and order search: try an order to the end, cost it, keep the best.
    let previous_rows = PreviousRows::new(lanes, previous);
    let orders = candidate_orders(input, lanes, &graph, effort, &previous_rows, previous);
    let DrawnOrder { drawing: (grid, routes), crossings, .. } = keep_best(orders, |order| {
        let centres = brandes_koepf::preferred_centres(order);
        let rows = assign_rows(order, &centres, &previous_rows);
        let grid = build_grid(input, lanes, columns, order, &rows);
        let routing = route_edges(input, &grid);
        let (cost, crossings) = (routing.cost, routing.crossings);
        DrawnOrder { drawing: (grid, routing.routes), cost, crossings }
    });

    // Clipping, trunks, label segments and ports.
    let routes = clip_routes(input, &grid, routes);
    let routes = find_trunks(input, &grid, routes);
    let routes = choose_label_lines(input, &grid, routes);
    let routes = assign_ports(input, &grid, form, routes);
    let sizes = size_nodes(input, &grid, form, &routes);

    // Tracks and y coordinates.
    let row_tracks = assign_row_tracks(&grid, &routes);
    let y = place_rows(input, &grid, &sizes, &row_tracks, form, previous);
    let routes = place_lines(input, &grid, &row_tracks, &y, routes);

    // Tracks and x coordinates.
    let column_tracks = assign_column_tracks(input, &grid, &routes, &y);
    let space = reserve_label_space(input, &grid, &column_tracks, &routes, form);
    let x = place_columns(input, &grid, &column_tracks, &space, &routes, form, previous);
    let routes = place_turns(&column_tracks, &x, routes);

    // Bend points and labels.
    let routes = trace_routes(input, &grid, &x, &y, routes);
    let routes = place_labels(input, &grid, &x, &y, routes);
    let lines = grid_lines(&sizes, &row_tracks, &column_tracks, &x, &y);
    let layout = assemble(input, &grid, &sizes, &x, &y, &routes, lines);
    let undrawn = route_undrawn(input, &grid, &column_tracks, &x, &y);
    DrawnForm { layout: Layout { undrawn, form, ..layout }, crossings }
}
