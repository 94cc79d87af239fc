//! Where the boxes stand right after an edit, as the page shows it while somebody types, and where they stood before:
//! `cargo run -p blueprint-lens-core --example typing -- before.yaml after.yaml`. `bench/layout.mjs` measures movement by it.
#![expect(clippy::print_stdout, reason = "printing is what it is for")]
#![expect(clippy::disallowed_methods, reason = "an example reads files, the crate does not")]

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::scene::{Room, Scene};
use serde_json::{Value, json};

fn main() -> std::io::Result<()> {
    let mut texts = std::env::args().skip(1).map(std::fs::read_to_string);
    let mut next = || texts.next().unwrap_or_else(|| Ok(String::new()));
    let before = Analysis::new(&next()?);
    let after = Analysis::new(&next()?).scene_with_previous(Room::default(), before.scene());
    println!("{}", json!([boxes(before.scene()), boxes(&after)]));
    Ok(())
}

/// Boxes by the ids of their nodes.
fn boxes(scene: &Scene) -> Value {
    let nodes = scene.nodes.iter().map(|node| {
        let rect = node.rect;
        let sides = json!({"x": rect.x, "y": rect.y, "width": rect.width, "height": rect.height});
        (node.id.clone(), sides)
    });
    Value::Object(nodes.collect())
}
