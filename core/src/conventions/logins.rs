//! Secrets that a person types, by their keys: the first login of a tool, the password of its page.

/// Parts of keys, between underscores, before a word for a secret: who logs in, or what is logged into.
const PERSONS: [&str; 17] = [
    "ADMIN",
    "ADMINISTRATOR",
    "SUPERUSER",
    "ROOT_USER",
    "OWNER",
    "OPERATOR",
    "SETUP",
    "INSTALL",
    "INITIAL",
    "FIRST_USER",
    "BOOTSTRAP",
    "DEFAULT_USER",
    "DASHBOARD",
    "UI",
    "BASIC_AUTH",
    "GUI",
    "LOGIN",
];

/// Words for what a person types, at the end of a key. A token or a key is more often read by a program.
const TYPED: [&str; 5] = ["PASSWORD", "PASSWD", "PASS", "PASSCODE", "PASSPHRASE"];

/// Whether a variable of that key most likely holds what a person types to log in: `ADMIN_PASSWORD`,
/// `GRAFANA_ADMIN_PASSWORD`, `SETUP_PASSWORD`. The password of a database or of mail is for a program.
pub fn is_for_person(key: &str) -> bool {
    let key = format!("_{}_", key.to_ascii_uppercase());
    PERSONS
        .iter()
        .any(|person| TYPED.iter().any(|typed| key.ends_with(&format!("_{person}_{typed}_"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logins_of_people_are_told_from_secrets_of_programs() {
        for key in ["ADMIN_PASSWORD", "GF_SECURITY_ADMIN_PASSWORD", "setup_password", "UI_PASS"] {
            assert!(is_for_person(key), "{key}");
        }
        for key in [
            "PASSWORD",
            "DB_PASSWORD",
            "SMTP_PASSWORD",
            "SECRET_KEY",
            "ADMIN_TOKEN",
            "ADMIN_PASSWORD_SALT",
            "BUILD_PASSWORD",
        ] {
            assert!(!is_for_person(key), "{key}");
        }
    }
}
