//! What secrets look like: names of variables, shapes of keys that well-known companies hand out, and what is written
//! where a secret will be. These are habits, not facts of the platform.

/// Parts of the names of variables that hold secrets.
const SECRET_PARTS: &[&str] = &[
    "SECRET",
    "PASSWORD",
    "PASSWD",
    "TOKEN",
    "API_KEY",
    "APIKEY",
    "PRIVATE_KEY",
    "ACCESS_KEY",
    "CREDENTIAL",
];

/// Last words of names that speak about a secret rather than hold one: `TOKEN_TTL`, `SECRET_NAME`, `ACCESS_KEY_ID`.
const ABOUT: &[&str] = &[
    "ID",
    "NAME",
    "URL",
    "URI",
    "ENDPOINT",
    "HOST",
    "PATH",
    "FILE",
    "DIR",
    "TTL",
    "EXPIRY",
    "EXPIRES",
    "EXPIRATION",
    "IN",
    "SECONDS",
    "MINUTES",
    "HOURS",
    "DAYS",
    "LENGTH",
    "SIZE",
    "LIMIT",
    "TYPE",
    "ALGORITHM",
    "ALG",
    "HEADER",
    "PREFIX",
    "ISSUER",
    "AUDIENCE",
    "ENABLED",
    "REQUIRED",
    "PROVIDER",
    "LIFETIME",
    "SIGNUP",
    "SIGNIN",
    "LOGIN",
    "RESET",
    "POLICY",
];

/// Words that make a switch of a name wherever they are: `DISABLE_PASSWORD_SIGNUP`.
const SWITCHES: &[&str] = &["ENABLE", "DISABLE", "ALLOW", "SHOW", "HIDE", "REQUIRE", "USE", "SKIP"];

/// Parts of names that only ever hold what must stay on the server.
const SERVER_ONLY: &[&str] =
    &["SECRET", "PASSWORD", "PASSWD", "PRIVATE_KEY", "SERVICE_ROLE", "CREDENTIAL", "DATABASE_URL"];

/// Companies whose keys spend money, so that none of them is for browsers.
const PAID_BY_USE: &[&str] = &["OPENAI", "ANTHROPIC", "MISTRAL", "SENDGRID"];

/// Parts of names of keys that are meant for browsers, or for a demonstration.
const FOR_BROWSERS: &[&str] = &["PUBLISHABLE", "ANON", "PUBLIC_KEY", "DEMO"];

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

/// Whether `key` says that its value is secret, and not something about a secret.
pub fn looks_secret(key: &str) -> bool {
    let key = key.to_ascii_uppercase();
    SECRET_PARTS.iter().any(|part| key.contains(part)) && !is_about(&key)
}

/// Whether a name speaks about a secret. `DATABASE_URL` holds one.
fn is_about(key: &str) -> bool {
    let last = key.rsplit('_').next().unwrap_or_default();
    (ABOUT.contains(&last) && !key.ends_with("DATABASE_URL"))
        || key.split('_').any(|word| SWITCHES.contains(&word))
}

/// Whether `key` names what must never be baked into a page. Keys that providers mean for browsers (`ANON_KEY`,
/// `PUBLISHABLE_KEY`, map and analytics keys) are none.
pub fn is_server_only(key: &str) -> bool {
    let key = key.to_ascii_uppercase();
    let holds_key = ["KEY", "TOKEN"].iter().any(|part| key.contains(part));
    let named = SERVER_ONLY.iter().any(|part| key.contains(part))
        || (holds_key && PAID_BY_USE.iter().any(|company| key.contains(company)));
    named && !is_about(&key) && !FOR_BROWSERS.iter().any(|part| key.contains(part))
}

/// Whether an app makes up the secret itself, so that any random value does: a signing key, a session secret. Keys of
/// other companies come from them.
pub fn is_own_secret(key: &str) -> bool {
    let key = key.to_ascii_uppercase();
    [
        "JWT",
        "SESSION",
        "COOKIE",
        "AUTH_SECRET",
        "NEXTAUTH",
        "SECRET_KEY_BASE",
        "ENCRYPTION",
        "SIGNING",
        "APP_KEYS",
    ]
    .iter()
    .any(|part| key.contains(part))
        || matches!(
            key.as_str(),
            "SECRET" | "SECRET_KEY" | "APP_SECRET" | "DJANGO_SECRET_KEY" | "FLASK_SECRET_KEY"
        )
}

/// Whether an app reads `key` as bytes of a fixed length or in hexadecimal, as far as the name tells.
pub fn wants_fixed_key(key: &str) -> bool {
    let key = key.to_ascii_uppercase();
    key.ends_with("ENCRYPTION_KEY") || key.contains("AES_KEY") || key.contains("FERNET")
}

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

/// Whether a literal is a stand-in rather than a secret: interpolation, brackets, asterisks, one letter again and
/// again, or a word that says so.
pub fn is_placeholder(value: &str) -> bool {
    let folded = value.to_ascii_lowercase();
    let first = folded.chars().next();
    let words: String =
        folded.chars().map(|c| if matches!(c, '_' | ' ') { '-' } else { c }).collect();
    value.is_empty()
        || value.contains(['$', '<', '{', '*', '[', '%'])
        || folded.chars().all(|c| Some(c) == first)
        || [
            "changeme",
            "change-me",
            "change-in",
            "replace-me",
            "replaceme",
            "xxxx",
            "....",
            "placeholder",
            "example",
        ]
        .iter()
        .any(|part| words.contains(part))
        || [
            "your", "set-in", "set-me", "set-via", "insert", "enter-", "to-be-", "todo", "tbd",
            "dummy", "fake",
        ]
        .iter()
        .any(|start| words.starts_with(start))
        || matches!(
            words.as_str(),
            "password" | "pass" | "secret" | "user" | "postgres" | "none" | "null" | "test"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_secrets_by_name() {
        for key in
            ["JWT_SECRET", "DB_PASSWORD", "stripe_api_key", "GITHUB_TOKEN", "AWS_SECRET_ACCESS_KEY"]
        {
            assert!(looks_secret(key), "{key}");
        }
        for key in [
            "TOKEN_TTL",
            "AWS_ACCESS_KEY_ID",
            "SECRET_NAME",
            "JWT_TOKEN_EXPIRES_IN",
            "KEYSTORE",
            "MODE",
        ] {
            assert!(!looks_secret(key), "{key}");
        }
    }

    #[test]
    fn tells_what_must_stay_on_the_server() {
        for key in ["VITE_JWT_SECRET", "NEXT_PUBLIC_OPENAI_API_KEY", "REACT_APP_DATABASE_URL"] {
            assert!(is_server_only(key), "{key}");
        }
        for key in [
            "VITE_FIREBASE_API_KEY",
            "NEXT_PUBLIC_SUPABASE_ANON_KEY",
            "NEXT_PUBLIC_OPENAI_MODEL",
            "VITE_SECRET_NAME",
            "VITE_MAPBOX_TOKEN",
            "NEXT_PUBLIC_DISABLE_EMAIL_PASSWORD_SIGNUP",
        ] {
            assert!(!is_server_only(key), "{key}");
        }
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
    fn tells_placeholders() {
        for value in [
            "",
            "changeme",
            "set-in-render",
            "your-key",
            "${TOKEN}",
            "Replace me",
            "xxxx-1",
            "aaaa",
        ] {
            assert!(is_placeholder(value), "{value}");
        }
        for value in ["hunter22", "admin123", "correct-horse"] {
            assert!(!is_placeholder(value), "{value}");
        }
    }
}
