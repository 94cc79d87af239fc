//! Every distance of the drawing, once, in SVG user units. What routes cost is in `routing::cost`: prices, not distances;
//! what stands beside the columns depends on the form, and is in `fitting::form`.

use crate::geometry::Point;

// The whole drawing.

/// Around the drawing.
pub const MARGIN: f64 = 12.0;
/// Above the first lane: room for the names of the columns.
pub(crate) const TOP: f64 = 34.0;
/// Below the last lane.
pub(crate) const FOOT: f64 = 8.0;
/// On both sides of the tracks of public detours, between the bar and the lanes.
pub(crate) const DETOUR_PAD: f64 = 10.0;

// Lanes.

/// Height of a lane's heading.
pub(crate) const LANE_HEAD: f64 = 32.0;
/// Where a lane's heading starts inside the lane: behind the button that folds it.
pub(crate) const LANE_HEADING: Point = Point { x: 28.0, y: 21.0 };

// Frames of files.

/// Between the frames of two files.
pub(crate) const FILE_GAP: f64 = 16.0;
/// Height of a file's heading.
pub(crate) const FILE_HEAD: f64 = 30.0;
/// Below the last lane of a file.
pub(crate) const FILE_FOOT: f64 = 6.0;
/// Between the frame of a file and the sides of its lanes: less than what stands beside any lane.
pub(crate) const FILE_SIDE: f64 = 6.0;
/// Where a file's heading starts inside its frame.
pub(crate) const FILE_HEADING: Point = Point { x: 14.0, y: 20.0 };

// Frames of environments.

/// Height of a frame's heading.
pub(crate) const FRAME_HEAD: f64 = 28.0;
/// Below the last row of a frame.
pub(crate) const FRAME_FOOT: f64 = 12.0;
/// Between two blocks of a lane: frames, or the nodes outside of all frames.
pub(crate) const BLOCK_GAP: f64 = 12.0;
/// Between a frame's border and its nodes where nothing else stands there.
pub(crate) const FRAME_CLOSE: f64 = 18.0;
/// Between a frame's border and the tracks outside of it, and between the tracks inside and its right border.
pub(crate) const FRAME_PAD: f64 = 12.0;
/// Between a frame's left border and the tracks inside.
pub(crate) const FRAME_INSIDE_PAD: f64 = 10.0;
/// Beside a frame's border on which edges are stopped: room for the cross.
pub(crate) const FRAME_STOP_PAD: f64 = 22.0;
/// The same in a frame.
pub(crate) const FRAME_HEADING: Point = Point { x: 26.0, y: 19.0 };

// Rows, columns and nodes.

/// The smallest text of a node.
pub const NODE_TEXT_SIZE: f64 = 14.0;
/// Columns are as wide as their widest node, in steps, so that one more letter moves nothing.
pub(crate) const COLUMN_STEP: f64 = 16.0;
/// Columns are at least as wide as this.
pub(crate) const NARROWEST_COLUMN: f64 = 160.0;

// Ports.

/// Between the outermost port and the node's corner.
pub(crate) const PORT_CORNER: f64 = 10.0;
/// How far straight edges may move from the middle of their nodes.
pub(crate) const PORT_OFF_CENTRE: f64 = 16.0;
/// Between ports that face each other without being one line, but whose edges turn in one channel.
pub(crate) const PORTS_ASIDE: f64 = 6.0;

// Stubs.

/// From the mark of an entry point, in its middle, to the node: less than what stands before any node.
pub(crate) const STUB: f64 = 20.0;

// Half the room that a line needs across its direction.

/// An ordinary line.
pub(crate) const PLAIN_HALF: f64 = 5.5;
/// A double line with the mark of an entry point.
pub(crate) const DOUBLE_HALF: f64 = 7.0;
/// A trunk, with the number of its edges on it.
pub(crate) const TRUNK_HALF: f64 = 10.0;
/// A line that ends with the cross of a blocked edge.
pub(crate) const STOPPED_HALF: f64 = 11.0;
/// A line with a label, at the port it starts from.
pub(crate) const LABELLED_PORT_HALF: f64 = 11.5;
/// A line with a label, in a channel.
pub(crate) const LABELLED_TRACK_HALF: f64 = 12.0;

// Tracks.

/// Between a row and the tracks in the channel beside it.
pub(crate) const TRACK_PAD: f64 = 8.0;
/// Two segments of one channel that come nearer than this along it need tracks of their own.
pub(crate) const TRACKS_APART: f64 = 14.0;
/// Ends of two edges that are nearer than this seem to be on one line.
pub(crate) const SAME_LINE: f64 = 3.9;
/// From one vertical channel to the next, before x coordinates are known: more than any distance that matters.
pub(crate) const ASSUMED_COLUMN: f64 = 100.0;
/// Between a node's right side and the first track.
pub(crate) const LEAVING: f64 = 16.0;
/// Between the last track and a node's left side: room for an arrow.
pub(crate) const ARRIVING: f64 = 26.0;

// Labels.

/// Height of a label's card.
pub(crate) const CARD: f64 = 18.0;
/// Between a card and the start of its line.
pub(crate) const CARD_FROM_START: f64 = 8.0;
/// Between a card and the end of its line.
pub(crate) const CARD_FROM_END: f64 = 16.0;
/// Between a card and what crosses its line.
pub(crate) const CARD_FROM_OTHERS: f64 = 5.0;
/// Beside a label that stands between a node and the tracks.
pub(crate) const LABEL_PAD: f64 = 7.0;
/// Between the text of a heading and a line that crosses it.
pub(crate) const HEADING_PAD: f64 = 10.0;
/// The lowest part of a heading, which no text reaches.
pub(crate) const HEADING_FOOT: f64 = 6.0;
