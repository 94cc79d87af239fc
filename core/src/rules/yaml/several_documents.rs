//! Y11: several documents in one file.

use crate::lint::{Context, Finding};

rule! {
    /// ## What it does
    ///
    /// Finds a second YAML document, which starts with a line `---`.
    ///
    /// ## Why it matters
    ///
    /// Most likely Render reads only the first document, so the content of the others does not exist for it. Blueprint
    /// Lens does not draw them either.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    /// ---
    /// services:
    ///   - type: web
    ///     name: site
    ///     runtime: docker
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///   - type: web
    ///     name: site
    ///     runtime: docker
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the second document is for another tool.
    ///
    /// ## References
    ///
    /// - [YAML 1.2.2](https://yaml.org/spec/1.2.2/)
    code: "several-documents",
    summary: "a second document in the file",
    severity: Warning,
    category: Syntax,
    certainty: Inferred,
    facts: ["Y11"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for document in context.further_documents {
        let first_line =
            context.lines.line_range(context.lines.line_of(document.start()), context.text);
        let span = crate::text::Span::new(document.start(), document.end().min(first_line.end));
        findings.push(Finding::new(
            span,
            "",
            "a second document starts here; most likely Render reads only the first one",
            "put everything into one document",
        ));
    }
}
