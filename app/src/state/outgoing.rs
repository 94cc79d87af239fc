//! The text as it leaves the page: with a stand-in for whatever looks like a secret, unless the visitor keeps it.

use std::collections::BTreeSet;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::html::Places;
use blueprint_lens_core::redact::{SecretValue, redact};
use blueprint_lens_core::report::markdown;

use crate::engine::bundle;

/// The secrets that the visitor lets leave: their names and values, so that a value that is changed is asked about anew.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct KeptSecrets(BTreeSet<(String, String)>);

/// The text in the editor on its way out.
pub(crate) struct OutgoingText {
    analysis: Analysis,
    secrets: Vec<SecretValue>,
}

impl OutgoingText {
    /// Finds what looks like a secret in a text.
    pub(crate) fn new(text: &str) -> Self {
        let analysis = bundle::analyse(text);
        let secrets = analysis.secret_values().to_vec();
        Self { analysis, secrets }
    }

    /// What looks like a secret, in source order.
    pub(crate) fn secrets(&self) -> &[SecretValue] {
        &self.secrets
    }

    /// "line 3", the line of a secret, with the file before it where there are several.
    pub(crate) fn line(&self, secret: &SecretValue) -> String {
        Places::of(&self.analysis).words(secret.span)
    }

    /// Whether the visitor lets a secret leave.
    pub(crate) fn is_kept(&self, kept: &KeptSecrets, secret: &SecretValue) -> bool {
        kept.0.contains(&self.identity(secret))
    }

    /// The same with the opposite choice for a secret.
    #[must_use]
    pub(crate) fn toggled(&self, mut kept: KeptSecrets, secret: &SecretValue) -> KeptSecrets {
        let identity = self.identity(secret);
        if !kept.0.remove(&identity) {
            kept.0.insert(identity);
        }
        kept
    }

    /// The text that leaves, of several files a bundle.
    pub(crate) fn text(&self, kept: &KeptSecrets) -> String {
        let (text, files) = (self.analysis.text(), self.analysis.files());
        let parts = files.iter().map(|(id, file)| {
            let own = self.secrets.iter().filter(|secret| files.of(secret.span.start()) == id);
            let left = own.filter(|secret| !self.is_kept(kept, secret));
            let local =
                left.map(|secret| SecretValue { span: file.local(secret.span), ..secret.clone() });
            let own: Vec<SecretValue> = local.collect();
            (file.path.as_str(), redact(file.span.slice(text), &own, |_| false))
        });
        bundle::join(&parts.collect::<Vec<_>>())
    }

    /// What was found in the text, in Markdown; and how many secrets would be replaced in it.
    pub(crate) fn report(&self, kept: &KeptSecrets) -> (String, usize) {
        let left: Vec<&SecretValue> =
            self.secrets.iter().filter(|secret| !self.is_kept(kept, secret)).collect();
        let report = markdown(&self.analysis, &left);
        let open = markdown(&self.analysis, &[]);
        let repeated =
            |secret: &&&SecretValue| open.contains(secret.span.slice(self.analysis.text()));
        let replaced = left.iter().filter(repeated).count();
        (report, replaced)
    }

    fn identity(&self, secret: &SecretValue) -> (String, String) {
        (secret.name.clone(), secret.span.slice(self.analysis.text()).to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "services:\n  - type: web\n    name: api\n    envVars:\n      - key: API_KEY\n        value: hunter22\n";

    #[test]
    fn a_secret_leaves_only_when_it_is_kept_and_as_long_as_it_is_the_same() {
        let outgoing = OutgoingText::new(TEXT);
        let [secret] = outgoing.secrets() else { panic!("one secret: {:?}", outgoing.secrets()) };
        assert_eq!((secret.name.as_str(), outgoing.line(secret).as_str()), ("API_KEY", "line 6"));
        let nothing = KeptSecrets::default();
        assert!(!outgoing.text(&nothing).contains("hunter22"));
        let kept = outgoing.toggled(nothing.clone(), secret);
        assert_eq!(outgoing.text(&kept), TEXT);
        assert_eq!(outgoing.toggled(kept.clone(), secret), nothing);
        let changed = TEXT.replace("hunter22", "hunter23");
        assert!(!OutgoingText::new(&changed).text(&kept).contains("hunter23"));
    }

    #[test]
    fn of_several_files_each_leaves_without_its_secrets() {
        let own = TEXT.replace("name: api", "name: web").replace("hunter22", "hunter23");
        let outgoing = OutgoingText::new(&bundle::join(&[("a.yaml", TEXT), ("b.yaml", &own)]));
        let [first, second] = outgoing.secrets() else { panic!("{:?}", outgoing.secrets()) };
        assert_eq!(outgoing.line(second), "b.yaml line 6");
        let kept = outgoing.toggled(KeptSecrets::default(), first);
        let left = outgoing.text(&kept);
        let [(_, a), (_, b)] = &bundle::split(&left)[..] else { panic!("{left}") };
        assert_eq!(*a, TEXT);
        assert_eq!(*b, redact(&own, bundle::analyse(&own).secret_values(), |_| false));
        assert!(!b.contains("hunter23"));
    }
}
