//! Names of variables that hold secrets.

use super::words::words;

/// Parts of the names of variables that hold secrets.
const SECRET_PARTS: &[&str] = &[
    "SECRET",
    "PASSWORD",
    "PASSWD",
    "PASSPHRASE",
    "TOKEN",
    "API_KEY",
    "APIKEY",
    "PRIVATE_KEY",
    "ACCESS_KEY",
    "ENCRYPTION_KEY",
    "SIGNING_KEY",
    "CREDENTIAL",
];

/// Last words of such names.
const SECRET_ENDS: &[&str] = &["PASS"];

/// Last words of names that may hold a secret. A rule does not report them; what is shown to others is without them.
const LIKELY_ENDS: &[&str] =
    &["AUTH", "CREDS", "PSW", "PW", "PASSCODE", "SALT", "PEPPER", "HMAC", "JWT", "BEARER", "KEY"];

/// Words before a `KEY` that is none to a lock.
const HARMLESS_KEYS: &[&str] =
    &["ENV_VAR", "PUBLIC", "SITE", "CACHE", "PRIMARY", "FOREIGN", "PARTITION", "SORT", "ROUTING"];

/// Words that end like a password and are none.
const NO_PASSWORDS: &[&str] = &["BYPASS", "COMPASS", "ENCOMPASS", "TRESPASS", "OVERPASS"];

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

/// Words that make a switch or a limit of a name wherever they are: `DISABLE_PASSWORD_SIGNUP`, `MAX_TOKENS`.
const SWITCHES: &[&str] =
    &["ENABLE", "DISABLE", "ALLOW", "SHOW", "HIDE", "REQUIRE", "USE", "SKIP", "MAX", "MIN"];

/// Parts of names that only ever hold what must stay on the server.
const SERVER_ONLY: &[&str] =
    &["SECRET", "PASSWORD", "PASSWD", "PRIVATE_KEY", "SERVICE_ROLE", "CREDENTIAL", "DATABASE_URL"];

/// Companies whose keys spend money, so that none of them is for browsers.
const PAID_BY_USE: &[&str] = &["OPENAI", "ANTHROPIC", "MISTRAL", "SENDGRID"];

/// Parts of names of keys that are meant for browsers, or for a demonstration.
const FOR_BROWSERS: &[&str] = &["PUBLISHABLE", "ANON", "PUBLIC_KEY", "DEMO"];

/// Whether `key` says that its value is secret, and not something about a secret.
pub fn looks_secret(key: &str) -> bool {
    holds_secret(key, &words(key))
}

/// The same by the words of a name.
fn holds_secret(key: &str, words: &str) -> bool {
    // The shell's own `PWD` is a folder.
    let is_password = ends_in(words, "PWD") && key != "PWD";
    (SECRET_PARTS.iter().any(|part| words.contains(part))
        || SECRET_ENDS.iter().any(|end| ends_in(words, end))
        || is_password)
        && !is_about(words)
}

/// Whether what stands under `key` is to be hidden where a file is shown to others: in doubt it is.
pub fn names_secret(key: &str) -> bool {
    let words = words(key);
    holds_secret(key, &words) || stays_on_server(&words) || is_likely(&words)
}

fn is_likely(words: &str) -> bool {
    let before_key = words.strip_suffix("_KEY_");
    let is_harmless = before_key.is_some_and(|before| {
        before.is_empty() || HARMLESS_KEYS.iter().any(|word| before.ends_with(&format!("_{word}")))
    });
    let last = words.trim_end_matches('_').rsplit('_').next().unwrap_or_default();
    let glued = last.ends_with("PASS") && !NO_PASSWORDS.contains(&last);
    (LIKELY_ENDS.iter().any(|end| ends_in(words, end)) || glued)
        && !is_harmless
        && !is_about(words)
        && !FOR_BROWSERS.iter().any(|part| words.contains(part))
}

/// Whether `end` is the last word, or the last but a number.
fn ends_in(words: &str, end: &str) -> bool {
    let bare = words.trim_end_matches(|c: char| c == '_' || c.is_ascii_digit());
    bare.strip_suffix(end).is_some_and(|before| before.ends_with('_'))
}

/// Whether a name, as its words, speaks about a secret. `DATABASE_URL` holds one.
fn is_about(words: &str) -> bool {
    let bare = words.trim_end_matches('_');
    let last = bare.rsplit('_').next().unwrap_or_default();
    (ABOUT.contains(&last) && !bare.ends_with("DATABASE_URL"))
        || words.split('_').any(|word| SWITCHES.contains(&word))
}

/// Whether `key` names what must never be baked into a page. Keys that providers mean for browsers (`ANON_KEY`,
/// `PUBLISHABLE_KEY`, map and analytics keys) are none.
pub fn is_server_only(key: &str) -> bool {
    stays_on_server(&words(key))
}

/// The same by the words of a name.
fn stays_on_server(words: &str) -> bool {
    let holds_key = ["KEY", "TOKEN"].iter().any(|part| words.contains(part));
    let named = SERVER_ONLY.iter().any(|part| words.contains(part))
        || (holds_key && PAID_BY_USE.iter().any(|company| words.contains(company)));
    named && !is_about(words) && !FOR_BROWSERS.iter().any(|part| words.contains(part))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_secrets_by_name() {
        for key in [
            "JWT_SECRET",
            "DB_PASSWORD",
            "stripe_api_key",
            "GITHUB_TOKEN",
            "AWS_SECRET_ACCESS_KEY",
            "DB_PASS",
            "SMTP_PASS",
            "smtpPass",
            "DB_PASS_2",
            "MYSQL_PWD",
            "PASSPHRASE",
            "ENCRYPTION_KEY",
        ] {
            assert!(looks_secret(key), "{key}");
        }
        for key in [
            "TOKEN_TTL",
            "AWS_ACCESS_KEY_ID",
            "SECRET_NAME",
            "JWT_TOKEN_EXPIRES_IN",
            "KEYSTORE",
            "MODE",
            "PWD",
            "COMPASS",
            "PASS_THROUGH",
            "DB_PASS_FILE",
            "REDIS_AUTH",
        ] {
            assert!(!looks_secret(key), "{key}");
        }
    }

    #[test]
    fn hides_more_than_it_reports() {
        for key in [
            "REDIS_AUTH",
            "SIGNING_SALT",
            "APP_KEY",
            "requirepass",
            "MAILGUN_KEY",
            "HTTP_CREDS",
            "JWT",
        ] {
            assert!(names_secret(key) && !looks_secret(key), "{key}");
        }
        for key in ["key", "envVarKey", "PUBLIC_KEY", "RECAPTCHA_SITE_KEY", "BYPASS", "AUTH_URL"] {
            assert!(!names_secret(key), "{key}");
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
}
