//! What to try once after a first deploy: the pages of new sites, and a run of each new cron job.

use super::stage::Stage;
use super::step::{Phase, Step};
use crate::model::Resource;
use crate::platform::{Kind, ONRENDER_SUFFIX};

pub(super) fn steps(stage: &Stage<'_>) -> Vec<Step> {
    let created = stage.resources().filter(|(id, _)| stage.is_created(id));
    created.filter_map(|(id, resource)| step(id, resource)).collect()
}

fn step(id: &str, resource: &Resource) -> Option<Step> {
    let name = resource.label();
    match resource.kind.kind()? {
        Kind::Web | Kind::Static => {
            let path = resource.settings.get("healthCheckPath");
            let span = path.map(crate::model::Setting::span);
            let path = path.and_then(|path| path.text()).filter(|path| path.starts_with('/'));
            let text = format!("open `{name}` at the address that the Dashboard shows");
            let step = Step::new(Phase::Verify, id, text).at(span);
            let url = format!("https://{name}{ONRENDER_SUFFIX}{}", path.unwrap_or("/"));
            Some(Step { commands: vec![format!("curl -i {url}")], ..step })
        }
        Kind::Cron => {
            let schedule = resource.settings.get("schedule");
            let span = schedule.map(crate::model::Setting::span);
            let when = schedule.and_then(|found| found.text()).unwrap_or("its schedule");
            let text = format!(
                "run `{name}` once by hand, with Trigger Run in the Dashboard, rather than wait for `{when}` (UTC)"
            );
            Some(Step::new(Phase::Verify, id, text).at(span))
        }
        _ => None,
    }
}
