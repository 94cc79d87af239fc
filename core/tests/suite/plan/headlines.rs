//! The first line: the worst of a plan, in words.

use blueprint_lens_core::plan::{Mode, headline};

use super::{SHOP, planned, shop};

fn first_line(base: &str, head: &str) -> Option<String> {
    headline(&planned(base, head, Mode::Later))
}

#[test]
fn the_worst_is_said_in_words() {
    let line = |changes: &[(&str, &str)]| first_line(SHOP, &shop(changes));
    for (changes, expected) in [
        (
            &[("name: cache,", "name: cache-2,"), ("name: cache\n", "name: cache-2\n")][..],
            "\u{1f6d1} This merge leaves `cache` behind with its data and creates an empty `cache-2`",
        ),
        (
            &[("      - name: orders-report\n", "")],
            "\u{1f6d1} This merge deletes the read replica `orders-report`",
        ),
        (
            &[("user: app", "user: me")],
            "\u{1f6d1} Render most likely refuses this merge because of `user` of `orders`",
        ),
        (
            &[("diskSizeGB: 20", "diskSizeGB: 5")],
            "\u{1f6d1} Render refuses this merge because of `diskSizeGB` of `orders`",
        ),
        (
            &[("startCommand", "startComand")],
            "\u{1f6d1} Render refuses the new version, so nothing of this merge happens",
        ),
        (
            &[("name: jobs", "name: tasks")],
            "\u{26a0}\u{fe0f} This merge leaves `jobs` running, and no file manages it, and 1 more thing to look at",
        ),
        (
            &[("value: production", "sync: false")],
            "\u{26a0}\u{fe0f} `MODE` of `api` stays as it was on Render",
        ),
    ] {
        assert_eq!(line(changes).as_deref(), Some(expected));
    }
    assert_eq!(line(&[("npm start", "node .")]), None, "nothing to look at");
    assert_eq!(first_line(SHOP, SHOP), None);
}

#[test]
fn a_base_that_render_refuses_is_named_first() {
    let base = shop(&[("startCommand", "startComand")]);
    let note = "Render refuses the version before the change, so it was perhaps never synced";
    let line = first_line(&base, SHOP).expect("there is one");
    assert!(line.contains(note), "{line}");
    let line = first_line(&base, &shop(&[("user: app", "user: me")])).expect("there is one");
    assert!(line.starts_with("\u{1f6d1}") && line.contains(note), "{line}");
    let plan = planned(&base, SHOP, Mode::Later);
    assert!(plan.base_refused);
    assert!(plan.consequences.iter().all(|one| one.certainty.words() == "inferred"));
    assert_eq!(first_line("", SHOP).as_deref(), None, "a new file has no version before");
}
