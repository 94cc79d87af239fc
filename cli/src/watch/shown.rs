//! What the page shows at present: drawn anew when the files say something else, with everything kept in its place.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diff::Union;
use blueprint_lens_core::scene::outline::Walk;
use blueprint_lens_core::scene::{Room, Scene, View};
use tokio::sync::watch;

use super::frame::Frame;
use super::page;
use super::subject::{Content, Subject, Texts};
use crate::html::ROOM;

/// How long a file may be missing before that is said: many editors save by putting a new file in place of the old one.
const GRACE: Duration = Duration::from_millis(120);

/// The narrowest and the widest room for a picture, and by how much a window changes before that matters, in CSS pixels.
const NARROWEST: f64 = 320.0;
const WIDEST: f64 = 2400.0;
const RESIZED: f64 = 24.0;

/// What the page shows.
pub(super) struct Shown {
    subject: Subject,
    drawn: Mutex<Drawn>,
    frames: watch::Sender<Arc<Frame>>,
}

/// A drawing of the files and what it was made of.
pub(super) struct Drawn {
    texts: Texts,
    content: Content,
    scene: Scene,
    /// The last drawing of files without a syntax error: half a file must not move what comes back with the other half.
    whole: Scene,
    /// What it is drawn for.
    room: Room,
    /// Somebody's walk through it.
    walk: Walk,
}

impl Shown {
    /// The first drawing.
    ///
    /// # Errors
    /// If the files or the revision cannot be read.
    pub(super) fn new(subject: Subject) -> anyhow::Result<Self> {
        let texts = subject.read()?;
        let content = subject.analyse(&texts);
        let scene = draw(&content, View { room: ROOM, previous: None });
        let (frames, _) = watch::channel(Arc::new(page::frame(&subject, &content, &scene)));
        let (whole, walk) = (scene.clone(), Walk::default());
        let drawn = Drawn { texts, content, scene, whole, room: ROOM, walk };
        Ok(Self { subject, drawn: Mutex::new(drawn), frames })
    }

    /// What is watched.
    pub(super) fn subject(&self) -> &Subject {
        &self.subject
    }

    /// What is to be shown, now and whenever it changes.
    pub(super) fn frames(&self) -> watch::Receiver<Arc<Frame>> {
        self.frames.subscribe()
    }

    /// The present drawing.
    pub(super) fn drawn(&self) -> MutexGuard<'_, Drawn> {
        self.drawn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads the files again, and draws them if they say something else.
    pub(super) fn refresh(&self) {
        let texts = self.subject.read().or_else(|_| {
            std::thread::sleep(GRACE);
            self.subject.read()
        });
        let had_trouble = self.frames.borrow().trouble.is_some();
        match texts {
            Ok(texts) if texts == self.drawn().texts && !had_trouble => {}
            Ok(texts) => self.draw(texts, true),
            Err(error) => {
                let frame = self.frames.borrow().with_trouble(&format!("{error:#}"));
                self.frames.send_replace(Arc::new(frame));
            }
        }
    }

    /// Draws the files as if nothing had been drawn before.
    pub(super) fn draw_anew(&self) {
        if let Ok(texts) = self.subject.read() {
            self.draw(texts, false);
        }
    }

    /// Draws the files for windows in which a picture is so wide, in CSS pixels.
    pub(super) fn fit(&self, width: f64) {
        let room = Room { width: width.clamp(NARROWEST, WIDEST), height: Room::OPEN };
        // A window that is resized a little is not worth a picture in which everything has moved.
        if (room.width - self.drawn().room.width).abs() > RESIZED {
            self.drawn().room = room;
            self.draw_anew();
        }
    }

    fn draw(&self, texts: Texts, keeps_places: bool) {
        let content = self.subject.analyse(&texts);
        let mut drawn = self.drawn();
        let previous = keeps_places.then_some(&drawn.whole);
        let scene = draw(&content, View { room: drawn.room, previous });
        self.frames.send_replace(Arc::new(page::frame(&self.subject, &content, &scene)));
        if content.analysis().trees().iter().all(|tree| tree.errors.is_empty()) {
            drawn.whole = scene.clone();
        }
        (drawn.texts, drawn.content, drawn.scene) = (texts, content, scene);
    }
}

impl Drawn {
    /// The present files.
    pub(super) fn analysis(&self) -> &Analysis {
        self.content.analysis()
    }

    /// The walk, and the picture that it leads through.
    pub(super) fn walk(&mut self) -> (&mut Walk, &Scene, &Analysis) {
        (&mut self.walk, &self.scene, self.content.analysis())
    }
}

fn draw(content: &Content, view: View<'_>) -> Scene {
    match content {
        Content::Alone(analysis) => match view.previous {
            Some(previous) => analysis.scene_with_previous(view.room, previous),
            None => analysis.scene_in(view.room),
        },
        Content::Compared(compared) => {
            let union = Union::new(&compared.base, &compared.head, &compared.difference);
            union.scene(compared.head.found(), None, view)
        }
    }
}
