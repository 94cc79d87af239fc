//! Keys whose form shows which company has issued them.

use super::placeholders::is_placeholder;
use super::webhooks;

/// Prefixes of keys, how many characters must follow, and what that is. Who publishes such forms: the companies
/// themselves, and the public rules of gitleaks, detect-secrets and GitHub's secret scanning.
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
    ("gldt-", 16, "a GitLab token"),
    ("glrt-", 16, "a GitLab token"),
    ("xoxb-", 16, "a Slack token"),
    ("xoxp-", 16, "a Slack token"),
    ("xoxa-", 16, "a Slack token"),
    ("xoxr-", 16, "a Slack token"),
    ("xoxe-", 16, "a Slack token"),
    ("xapp-", 16, "a Slack token"),
    ("SG.", 40, "a SendGrid key"),
    ("npm_", 30, "an npm token"),
    ("hf_", 30, "a Hugging Face token"),
    ("dop_v1_", 40, "a DigitalOcean token"),
    ("doo_v1_", 40, "a DigitalOcean token"),
    ("dor_v1_", 40, "a DigitalOcean token"),
    ("rnd_", 20, "a Render key"),
    ("pypi-", 40, "a PyPI token"),
    ("rubygems_", 40, "a RubyGems key"),
    ("dckr_pat_", 20, "a Docker Hub token"),
    ("GOCSPX-", 24, "a Google client secret"),
    ("shpat_", 30, "a Shopify token"),
    ("shpss_", 30, "a Shopify token"),
    ("hvs.", 24, "a Vault token"),
    ("glsa_", 32, "a Grafana token"),
    ("NRAK-", 24, "a New Relic key"),
    ("PMAK-", 24, "a Postman key"),
    ("lin_api_", 32, "a Linear key"),
    ("sbp_", 32, "a Supabase token"),
    ("sb_secret_", 20, "a Supabase key"),
    ("gsk_", 40, "a Groq key"),
    ("r8_", 30, "a Replicate token"),
    ("pcsk_", 40, "a Pinecone key"),
    ("dp.pt.", 40, "a Doppler token"),
    ("AGE-SECRET-KEY-1", 50, "an age key"),
];

/// The same of keys that may be meant for everybody or for tests: they are hidden where a file is shown to others, and no
/// rule reports them.
const DOUBTFUL: &[(&str, usize)] = &[
    ("AIza", 30),
    ("eyJ", 24),
    ("sk_test_", 16),
    ("rk_test_", 16),
    ("ya29.", 16),
    ("sq0atp-", 16),
    ("sq0csp-", 16),
    ("EAAA", 30),
    ("re_", 20),
    ("key-", 30),
    ("xai-", 20),
    ("pplx-", 20),
    ("tvly-", 20),
    ("lsv2_", 30),
    ("ntn_", 30),
    ("pul-", 30),
    ("figd_", 30),
    ("phx_", 30),
    ("sntrys_", 20),
    ("sntryu_", 20),
    ("CFPAT-", 20),
    ("ATATT3", 30),
    ("FlyV1", 20),
    ("dapi", 30),
    ("ops_ey", 30),
    ("base64:", 20),
];

/// Beginnings of the names of AWS keys, which sixteen capitals and digits follow.
const AWS: [&str; 4] = ["AKIA", "ASIA", "ABIA", "ACCA"];

/// No key is shorter, so most words need no closer look.
pub(super) const SHORTEST: usize = 20;

/// What key is in `value`, when its shape tells: `a Stripe key`, or `a private key` for one in PEM form.
pub fn known_token(value: &str) -> Option<&'static str> {
    if value.contains("-----BEGIN") && value.contains("PRIVATE KEY") {
        return Some("a private key");
    }
    let webhook = value.split_once("://").and_then(|(_, rest)| webhooks::reported(rest));
    if webhook.is_some() {
        return webhook;
    }
    let part_of_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    value.split(|c| !part_of_word(c)).find_map(token_of)
}

/// Whether a word holds a key by its shape, in doubt too.
pub(super) fn is_token(word: &str) -> bool {
    let begins = |(prefix, least): &(&str, usize)| {
        word.strip_prefix(prefix).is_some_and(|rest| is_random(rest, *least))
    };
    known_token(word).is_some() || (word.len() >= SHORTEST && DOUBTFUL.iter().any(begins))
}

fn token_of(word: &str) -> Option<&'static str> {
    if word.len() < SHORTEST {
        return None;
    }
    let aws = AWS.iter().find_map(|prefix| word.strip_prefix(prefix)).is_some_and(|rest| {
        rest.len() == 16 && rest.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
    });
    if aws {
        return (!is_placeholder(word)).then_some("an AWS key");
    }
    let (prefix, least, what) = TOKENS.iter().find(|(prefix, ..)| word.starts_with(prefix))?;
    is_random(&word[prefix.len()..], *least).then_some(*what)
}

/// Whether what follows a prefix is a key of at least that many characters. Words of a sentence have no digits.
fn is_random(rest: &str, least: usize) -> bool {
    rest.len() >= least && rest.bytes().any(|b| b.is_ascii_digit()) && !is_placeholder(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_is_shorter_than_the_shortest() {
        let keys = TOKENS.iter().map(|(prefix, least, _)| (prefix, least));
        for (prefix, least) in keys.chain(DOUBTFUL.iter().map(|(prefix, least)| (prefix, least))) {
            assert!(prefix.len() + least >= SHORTEST, "{prefix}");
        }
        assert!(AWS.iter().all(|prefix| prefix.len() + 16 >= SHORTEST));
    }

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

    #[test]
    fn what_may_be_for_everybody_is_hidden_and_not_reported() {
        for value in [
            "AIzaSyA0123456789abcdefghijklmnopqrstuv",
            "eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoiYW5vbiJ9.c2ln",
        ] {
            assert!(is_token(value) && known_token(value).is_none(), "{value}");
        }
        assert!(!is_token("re_export_of_a_name") && !is_token("eyJ"));
    }
}
