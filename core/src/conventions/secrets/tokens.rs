//! Keys whose form shows which company has issued them.

use super::placeholders::is_placeholder;

/// Prefixes of keys, how many characters must follow, and what that is.
const TOKENS: &[(&str, usize, &str)] = &[
    ("sk-ant-", 20, "an Anthropic key"),
    ("sk-", 20, "an OpenAI key"),
    ("sk_live_", 16, "a Stripe key"),
    ("rk_live_", 16, "a Stripe key"),
    ("whsec_", 20, "a Stripe key"),
    ("ghp_", 30, "a GitHub token"),
    ("gho_", 30, "a GitHub token"),
    ("ghs_", 30, "a GitHub token"),
    ("ghu_", 30, "a GitHub token"),
    ("ghr_", 30, "a GitHub token"),
    ("github_pat_", 30, "a GitHub token"),
    ("glpat-", 16, "a GitLab token"),
    ("xoxb-", 16, "a Slack token"),
    ("xoxp-", 16, "a Slack token"),
    ("xoxa-", 16, "a Slack token"),
    ("xoxr-", 16, "a Slack token"),
    ("xapp-", 16, "a Slack token"),
    ("SG.", 40, "a SendGrid key"),
    ("npm_", 30, "an npm token"),
    ("hf_", 30, "a Hugging Face token"),
    ("dop_v1_", 40, "a DigitalOcean token"),
    ("rnd_", 20, "a Render key"),
    ("pypi-", 40, "a PyPI token"),
];

/// What key is in `value`, when its shape tells: `a Stripe key`, or `a private key` for one in PEM form.
pub fn known_token(value: &str) -> Option<&'static str> {
    if value.contains("-----BEGIN") && value.contains("PRIVATE KEY") {
        return Some("a private key");
    }
    let part_of_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    value.split(|c| !part_of_word(c)).find_map(token_of)
}

fn token_of(word: &str) -> Option<&'static str> {
    let aws =
        ["AKIA", "ASIA"].iter().find_map(|prefix| word.strip_prefix(prefix)).is_some_and(|rest| {
            rest.len() == 16 && rest.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        });
    if aws {
        return (!is_placeholder(word)).then_some("an AWS key");
    }
    let (prefix, least, what) = TOKENS.iter().find(|(prefix, ..)| word.starts_with(prefix))?;
    let rest = &word[prefix.len()..];
    // Words of a sentence have no digits.
    let random = rest.len() >= *least && rest.bytes().any(|b| b.is_ascii_digit());
    (random && !is_placeholder(rest)).then_some(*what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_tokens_by_shape() {
        assert_eq!(known_token("sk-proj-abcdefgh1234567890ijklmn"), Some("an OpenAI key"));
        assert_eq!(known_token("Bearer sk-ant-abcdefgh1234567890ijklmn"), Some("an Anthropic key"));
        assert_eq!(known_token("AKIAABCDEFGHIJ234567"), Some("an AWS key"));
        assert_eq!(known_token("-----BEGIN RSA PRIVATE KEY-----\nMIIE"), Some("a private key"));
        for value in [
            "AKIAIOSFODNN7EXAMPLE",
            "sk-xxxxxxxxxxxxxxxxxxxxxxxx1",
            "sk-your-key",
            "-----BEGIN CERTIFICATE-----",
            "npm_config_something_that_is_a_word_only",
            "task-runner-abcdefgh1234567890ijklmn",
        ] {
            assert_eq!(known_token(value), None, "{value}");
        }
    }
}
