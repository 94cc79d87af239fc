//! The tools.

use std::path::PathBuf;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diff::masked_lines;
use blueprint_lens_core::expand::expand;
use blueprint_lens_core::mermaid;
use blueprint_lens_core::plan::Mode;
use blueprint_lens_core::redact::{KnownSecrets, redact};
use blueprint_lens_core::scene::Room;
use blueprint_lens_core::scene::svg::{self, SvgOptions};
use blueprint_lens_core::text::{Decoded, FileId};
use rmcp::handler::server::router::tool::ToolRouter;
use rmcp::handler::server::tool::schema_for_output;
use rmcp::handler::server::wrapper::Parameters;
use rmcp::model::CallToolResult;
use rmcp::service::{RequestContext, RoleServer};
use rmcp::{tool, tool_router};
use similar::TextDiff;

use super::answer::{Answer, result};
use super::ask::{
    Blueprint, Check, Diff, Drawing, Explain, Fix, Pairs, Plan, Reach, Render, Source,
};
use super::read::Asked;
use super::roots::Roots;
use super::words;
use crate::args::Only;
use crate::config::Config;
use crate::json::check::Report;
use crate::json::diff::JsonDifference;
use crate::json::fix::{FileChanges, Fixed};
use crate::json::plan::JsonPlanAnswer;
use crate::json::reach::{JsonAnswer, answer_in_short};
use crate::output::secrets_of;
use crate::reach::{Question, ask};
use crate::render::{picture_for_models, refuse_too_large};
use crate::workspace::Grouping;
use crate::{check, diff, fix, json, rules};

/// Most pairs and entry points of an answer.
const MOST: (usize, usize) = (40, 40);

/// What a picture is laid out for.
const PICTURE: Room = Room { width: 1568.0, height: 1568.0 };

/// The server: its tools and the settings.
pub(super) struct Server {
    config: Config,
    pub(super) tool_router: ToolRouter<Self>,
}

/// Who asks.
type Caller = RequestContext<RoleServer>;

/// An answer, and the secrets that are to stay out of it.
type Answered = anyhow::Result<(Answer, KnownSecrets)>;

impl Server {
    /// The server with the settings of the folder in which it runs.
    pub(super) fn new(config: Config) -> Self {
        Self { config, tool_router: Self::tool_router() }
    }

    async fn analyse(
        &self,
        source: &Source,
        caller: &Caller,
    ) -> anyhow::Result<(String, Analysis)> {
        let (name, decoded) = source.read(&Roots::of(&caller.peer).await?)?;
        Ok((name, Analysis::with(decoded, self.config.options())))
    }

    async fn compare(
        &self,
        (base, head): (&Source, &Source),
        mode: Mode,
        caller: &Caller,
    ) -> anyhow::Result<diff::Compared> {
        let roots = Roots::of(&caller.peer).await?;
        Ok(diff::compare(base.read(&roots)?, head.read(&roots)?, mode, &self.config))
    }

    async fn checked(&self, ask: &Check, caller: &Caller) -> Answered {
        match ask.sources.asked(&Roots::of(&caller.peer).await?)? {
            Asked::One(name, decoded) => {
                let analysis = Analysis::with(decoded, self.config.options());
                let file = json::check::file(&name, &analysis, FileId::default());
                let words = words::of_findings(&[&analysis]);
                let answer = Answer::structured(words, &json::check::report(vec![file]))?;
                Ok((answer, secrets_of([&analysis])))
            }
            Asked::Files(paths) => {
                let (report, analyses) = check::json_report(&paths, &self.config)?;
                let all: Vec<&Analysis> = analyses.iter().collect();
                let answer = Answer::structured(words::of_findings(&all), &report)?;
                Ok((answer, secrets_of(all)))
            }
        }
    }

    async fn fixed(&self, ask: &Fix, caller: &Caller) -> Answered {
        match ask.sources.asked(&Roots::of(&caller.peer).await?)? {
            Asked::One(name, decoded) => self.fixed_text(ask, &name, decoded),
            Asked::Files(paths) => self.fixed_files(ask, &paths),
        }
    }

    fn fixed_text(&self, ask: &Fix, name: &str, decoded: Decoded) -> Answered {
        let before = Analysis::new(&decoded.text);
        let fix::Fixed { text, applied } =
            fix::fixed_text(name, decoded, ask.r#unsafe, &self.config)?;
        let after = Analysis::new(&text);
        let secrets = secrets_of([&before, &after]);
        let is_given = ask.sources.source.text.is_some();
        let fixed = if is_given && after.secret_values().is_empty() {
            Fixed::new(text, applied)
        } else {
            Fixed::changes(changes(&before, &after), applied)
        };
        Ok((Answer::structured(words::of_fixes(applied, name, is_given), &fixed)?, secrets))
    }

    fn fixed_files(&self, ask: &Fix, paths: &[PathBuf]) -> Answered {
        let (mut files, mut secrets) = (Vec::new(), KnownSecrets::default());
        for file in fix::all_fixed(paths, Grouping::ByTree, false, ask.r#unsafe, &self.config)? {
            let [before, after] = [&file.before, &file.after.text].map(|text| Analysis::new(text));
            secrets = secrets.and(secrets_of([&before, &after]));
            files.push(FileChanges {
                path: fix::named(&file.path),
                applied: file.after.applied,
                diff: changes(&before, &after),
            });
        }
        let applied = files.iter().map(|file| file.applied).sum();
        let names: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
        let words = words::of_fixes(applied, &names.join(" "), false);
        Ok((Answer::structured(words, &Fixed::of_files(files))?, secrets))
    }

    async fn reached(&self, asked: &Reach, caller: &Caller) -> Answered {
        let (_, analysis) = self.analyse(&asked.source, caller).await?;
        let is_open = asked.from.is_none() && asked.to.is_none();
        let only = match asked.only {
            None if is_open => Some(Only::Wired),
            None | Some(Pairs::All) => None,
            Some(Pairs::No) => Some(Only::No),
            Some(Pairs::Wired) => Some(Only::Wired),
            Some(Pairs::Public) => Some(Only::Public),
        };
        let (from, to) = (asked.from.as_deref(), asked.to.as_deref());
        let found = ask(&analysis, Question { about: None, from, to, only })?;
        let all = match only {
            None if is_open => None,
            _ => Some(ask(&analysis, Question { about: None, from, to, only: None })?),
        };
        let answer = answer_in_short(&analysis, &found, MOST);
        let words = words::of_pairs(all.as_ref().unwrap_or(&found), &found);
        Ok((Answer::structured(words, &answer)?, secrets_of([&analysis])))
    }

    async fn drawn(&self, ask: &Render, caller: &Caller) -> Answered {
        let (_, analysis) = self.analyse(&ask.source, caller).await?;
        if !matches!(ask.format, Drawing::Mermaid) {
            refuse_too_large(&analysis)?;
        }
        let answer = match ask.format {
            Drawing::Mermaid => {
                Answer::Text(mermaid::flowchart(analysis.blueprint(), analysis.network()))
            }
            Drawing::Svg => Answer::Text(svg::document(analysis.scene(), &SvgOptions::default())),
            Drawing::Png => {
                let scene = analysis.scene_in(PICTURE);
                Answer::Picture(scene.summary.clone(), picture_for_models(&scene)?)
            }
            Drawing::Json => {
                let words = analysis.scene().summary.clone();
                Answer::structured(words, &json::scene::picture(&analysis))?
            }
        };
        Ok((answer, secrets_of([&analysis])))
    }

    async fn expanded(&self, ask: &Blueprint, caller: &Caller) -> Answered {
        let (_, analysis) = self.analyse(&ask.source, caller).await?;
        let hidden = redact(analysis.text(), analysis.secret_values(), |_| false);
        let text = expand(&Analysis::new(&hidden));
        Ok((Answer::Text(text), secrets_of([&analysis])))
    }
}

/// What differs between two texts, with secrets hidden.
fn changes(before: &Analysis, after: &Analysis) -> String {
    let [before, after] = [before, after].map(|side| masked_lines(side).join("\n"));
    TextDiff::from_lines(&before, &after).unified_diff().to_string()
}

#[tool_router(vis = "pub(super)")]
impl Server {
    /// What is wrong with a Blueprint.
    #[tool(
        title = "Check a Blueprint",
        description = "Check a Render Blueprint (render.yaml), or several files of a workspace: everything that Render would reject, traffic that cannot flow on the private network, and settings that work but are dangerous. Returns findings with rule, message, help, position in the text, and fixes.",
        output_schema = schema_for_output::<Report>(),
        annotations(read_only_hint = true, destructive_hint = false, idempotent_hint = true, open_world_hint = false)
    )]
    async fn check(&self, Parameters(ask): Parameters<Check>, caller: Caller) -> CallToolResult {
        result(self.checked(&ask, &caller).await)
    }

    /// What fixes do.
    #[tool(
        title = "Fix a Blueprint",
        description = "Apply fixes to a Render Blueprint, or to several files of a workspace. Returns how many apply, and the new text; of files, what they change. Writes no file: `blueprint-lens fix FILE --write` does.",
        output_schema = schema_for_output::<Fixed>(),
        annotations(read_only_hint = true, destructive_hint = false, idempotent_hint = true, open_world_hint = false)
    )]
    async fn fix(&self, Parameters(ask): Parameters<Fix>, caller: Caller) -> CallToolResult {
        result(self.fixed(&ask, &caller).await)
    }

    /// Who can reach whom.
    #[tool(
        title = "Who can reach whom",
        description = "Who can reach whom on the private network of a Render Blueprint, with every reason, the smallest edit that would turn a no into a yes, and the entry points from the internet. The wired pairs, unless `from`, `to` or `only` ask for others; with `from` and `to`, one pair and its checklist. At most 40 pairs.",
        output_schema = schema_for_output::<JsonAnswer<'static>>(),
        annotations(read_only_hint = true, destructive_hint = false, idempotent_hint = true, open_world_hint = false)
    )]
    async fn reach(&self, Parameters(ask): Parameters<Reach>, caller: Caller) -> CallToolResult {
        result(self.reached(&ask, &caller).await)
    }

    /// The page of a rule, or of a fact.
    #[tool(
        title = "Explain a rule or a fact",
        description = "Explain a rule: what it finds, why that matters on Render, an example, the fix, when to ignore it, and the facts it rests on with their sources; or explain one of those facts. Markdown.",
        annotations(
            read_only_hint = true,
            destructive_hint = false,
            idempotent_hint = true,
            open_world_hint = false
        )
    )]
    #[expect(clippy::unused_self, reason = "tools are methods")]
    fn explain(&self, Parameters(ask): Parameters<Explain>) -> CallToolResult {
        let page = rules::explanation(&ask.rule).map(Answer::Text);
        result(page.map(|page| (page, KnownSecrets::default())))
    }

    /// What changed between two Blueprints.
    #[tool(
        title = "Compare two Blueprints",
        description = "Show the semantic changes between two Render Blueprints, such as those of two git revisions: resources, fields, connections, who can reach whom, entry points from the internet, findings. Comments, order and spelling do not count as changes.",
        output_schema = schema_for_output::<JsonDifference>(),
        annotations(read_only_hint = true, destructive_hint = false, idempotent_hint = true, open_world_hint = false)
    )]
    async fn diff(&self, Parameters(ask): Parameters<Diff>, caller: Caller) -> CallToolResult {
        let compared = self.compare((&ask.base, &ask.head), Mode::Later, &caller).await;
        result(compared.and_then(|compared| {
            let answer = Answer::structured(diff::difference_words(&compared), &compared.json())?;
            Ok((answer, compared.secrets()))
        }))
    }

    /// What the next sync does.
    #[tool(
        title = "Plan the next sync",
        description = "What the next sync of a Render Blueprint does with a change, before it is merged: what Render refuses, which data is lost, what is left running and billing, which secrets change, which variables somebody must set by hand. A short answer: the worst in one line, then what needs a look, each with advice and how sure it is. Pass an empty `base` text for a new file.",
        output_schema = schema_for_output::<JsonPlanAnswer>(),
        annotations(read_only_hint = true, destructive_hint = false, idempotent_hint = true, open_world_hint = false)
    )]
    async fn plan(&self, Parameters(ask): Parameters<Plan>, caller: Caller) -> CallToolResult {
        let mode = if ask.first { Mode::First } else { Mode::Later };
        let compared = self.compare((&ask.base, &ask.head), mode, &caller).await;
        result(compared.and_then(|compared| {
            let answer = Answer::structured(diff::plan_words(&compared), &compared.plan_answer())?;
            Ok((answer, compared.secrets()))
        }))
    }

    /// The picture of a Blueprint's network.
    #[tool(
        title = "Draw the network",
        description = "Draw the private network of a Render Blueprint: regions as lanes, services and datastores, private and public edges. As Mermaid, PNG, SVG or JSON (scene and graph).",
        annotations(
            read_only_hint = true,
            destructive_hint = false,
            idempotent_hint = true,
            open_world_hint = false
        )
    )]
    async fn render(&self, Parameters(ask): Parameters<Render>, caller: Caller) -> CallToolResult {
        result(self.drawn(&ask, &caller).await)
    }

    /// The effective Blueprint.
    #[tool(
        title = "Expand a Blueprint",
        description = "The effective Render Blueprint as YAML: aliases and environment groups resolved, defaults written out, old spellings replaced, secrets hidden. For reading and comparing.",
        annotations(
            read_only_hint = true,
            destructive_hint = false,
            idempotent_hint = true,
            open_world_hint = false
        )
    )]
    async fn expand(
        &self,
        Parameters(ask): Parameters<Blueprint>,
        caller: Caller,
    ) -> CallToolResult {
        result(self.expanded(&ask, &caller).await)
    }
}
