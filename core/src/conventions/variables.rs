//! What the name of an environment variable tells by convention. These are habits of tools, not facts of the platform.

use crate::platform::Kind;

/// Prefixes with which front-end tools bake a variable into browser code.
const PUBLIC_BUILD_PREFIXES: [&str; 8] = [
    "VITE_",
    "NEXT_PUBLIC_",
    "REACT_APP_",
    "PUBLIC_",
    "NUXT_PUBLIC_",
    "GATSBY_",
    "VUE_APP_",
    "EXPO_PUBLIC_",
];

/// Parts of the names of variables that hold addresses for browsers, or policies about them.
const BROWSER_PARTS: [&str; 19] = [
    "CORS",
    "ORIGIN",
    "ALLOWED_HOST",
    "TRUSTED_HOST",
    "SITE_URL",
    "APP_URL",
    "FRONTEND",
    "FRONT_END",
    "CLIENT_URL",
    "WEBHOOK",
    "CALLBACK",
    "REDIRECT",
    "PUBLIC_",
    "AUTH_URL",
    "WEB_URL",
    "EXTERNAL_URL",
    "EXTERNAL_HOST",
    "SOCKET_SERVER_URL",
    "COOKIE_DOMAIN",
];

/// Names that hold a service's own public address.
const BROWSER_NAMES: [&str; 8] = [
    "BASE_URL",
    "HOST_URL",
    "DOMAIN",
    "SERVER_URL",
    "ROOT_URL",
    "HOSTNAME",
    "SITE_DOMAIN",
    "RP_ID",
];

/// Whether a front-end build bakes `key` into code that runs in the browser.
pub fn is_public_build_variable(key: &str) -> bool {
    PUBLIC_BUILD_PREFIXES.iter().any(|prefix| key.starts_with(prefix))
}

/// Whether `key` names an address for browsers or for other companies' servers, or a policy about such addresses
/// (allowed origins, webhook targets): a public URL is right there.
pub fn is_browser_facing(key: &str) -> bool {
    let key = key.to_ascii_uppercase();
    is_public_build_variable(&key)
        || BROWSER_PARTS.iter().any(|part| key.contains(part))
        || BROWSER_NAMES.contains(&key.as_str())
}

/// Whether `key` says which pages a browser may call from, or where a browser is sent: the address is compared with a
/// public one, or opened by a browser.
pub fn names_origin(key: &str) -> bool {
    let key = key.to_ascii_uppercase();
    ["ORIGIN", "CORS", "_CALLBACK", "REDIRECT"].iter().any(|part| key.contains(part))
        && !key.contains("ALLOWED_HOST")
}

/// The datastore whose protocol a client expects behind a variable of exactly that name. Longer names say less: Rails keeps
/// caches and queues in Postgres on purpose.
pub fn datastore_promised_by(key: &str) -> Option<Kind> {
    match key {
        "REDIS_URL" | "CELERY_BROKER_URL" | "CACHE_URL" => Some(Kind::KeyValue),
        "DATABASE_URL" | "POSTGRES_URL" | "POSTGRES_HOST" => Some(Kind::Postgres),
        _ => None,
    }
}

/// Whether a name or a command speaks of a queue of jobs: by that word, or by the name of a library for it (SKILL
/// background-workers).
pub fn names_queue(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    let parts = [
        "queue", "job", "broker", "celery", "sidekiq", "bull", "resque", "asynq", "dramatiq",
        "qcluster",
    ];
    parts.iter().any(|part| text.contains(part))
        || text
            .split(|c: char| !c.is_ascii_alphanumeric())
            .any(|word| matches!(word, "rq" | "arq" | "huey"))
}

/// Whether `key` names the host or URL of a datastore.
pub fn is_datastore_variable(key: &str) -> bool {
    let key = key.to_ascii_uppercase();
    let store = ["DB", "DATABASE", "POSTGRES", "PG", "REDIS", "VALKEY", "MYSQL", "MONGO", "CACHE"];
    let place = ["HOST", "HOSTNAME", "URL", "URI", "ADDR"];
    let mut words = key.split('_').rev();
    words.next().is_some_and(|last| place.contains(&last) || (last == "PGHOST"))
        && (key == "PGHOST" || words.any(|word| store.iter().any(|store| word.starts_with(store))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_browser_facing_names() {
        for key in [
            "CORS_ORIGIN",
            "FRONTEND_URL",
            "VITE_API_URL",
            "NEXT_PUBLIC_API",
            "OAUTH_CALLBACK_URL",
            "APP_URL",
        ] {
            assert!(is_browser_facing(key), "{key}");
        }
        for key in ["RP_ID", "MINIO_PUBLIC_BASE_URL", "MINIO_EXTERNAL_HOSTNAME", "BETTER_AUTH_URL"]
        {
            assert!(is_browser_facing(key), "{key}");
        }
        for key in ["API_URL", "BACKEND_URL", "WORKER_HOST", "AUTH_SERVICE_URL"] {
            assert!(!is_browser_facing(key), "{key}");
        }
    }

    #[test]
    fn tells_queues_by_name_or_library() {
        for text in [
            "mail-queue",
            "celery -A app worker",
            "bundle exec sidekiq",
            "CELERY_BROKER_URL",
            "rq worker",
        ] {
            assert!(names_queue(text), "{text}");
        }
        for text in ["marquee", "sessions", "node server.js"] {
            assert!(!names_queue(text), "{text}");
        }
    }
}
