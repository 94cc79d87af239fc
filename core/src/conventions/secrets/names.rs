//! Names of variables that hold secrets.

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
    let key = key.to_ascii_uppercase();
    SECRET_PARTS.iter().any(|part| key.contains(part)) && !is_about(&key)
}

/// Whether what stands under `key` is to be hidden where a file is shown to others: in doubt it is.
pub fn names_secret(key: &str) -> bool {
    looks_secret(key) || is_server_only(key)
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
}
