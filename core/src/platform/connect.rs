//! What the Dashboard's Connect menu shows for a resource, and how to watch both ends of a connection (SEED,
//! DOC:private-network, SPEC, CLI).

use super::{DEFAULT_PORT, KEY_VALUE_PORT, Kind, POSTGRES_PORT};

/// The port on which a kind receives private traffic if the file states none; `None` for kinds that receive no traffic.
pub fn default_port(kind: Kind) -> Option<u16> {
    match kind {
        Kind::Web | Kind::PrivateService => Some(DEFAULT_PORT),
        Kind::Postgres | Kind::Replica => Some(POSTGRES_PORT),
        Kind::KeyValue => Some(KEY_VALUE_PORT),
        Kind::Worker | Kind::Cron | Kind::Static | Kind::Workflow => None,
    }
}

/// The form of the internal address of a resource called `name`, as the Connect menu shows it under Internal; `xxxx`
/// stands for the part that only Render knows. `port` is used for services; datastores have fixed ports.
pub fn internal_address_form(kind: Kind, name: &str, port: Option<u16>) -> Option<String> {
    let default = default_port(kind)?;
    Some(match kind {
        Kind::Postgres | Kind::Replica => format!("postgresql://…@dpg-xxxx-a:{default}/…"),
        Kind::KeyValue => format!("redis://red-xxxx:{default}"),
        _ => format!("{name}-xxxx:{}", port.unwrap_or(default)),
    })
}

/// The commands that follow the logs of these resources. The first one shows the ids, for versions of the command line
/// that need ids instead of names.
pub fn log_commands(names: &[&str]) -> [String; 2] {
    let names: Vec<String> = names.iter().map(|name| shell_word(name)).collect();
    ["render services".to_owned(), format!("render logs --resources {} --tail", names.join(","))]
}

/// `text` as one word of a POSIX shell.
fn shell_word(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | ':' | '/');
    if !text.is_empty() && text.chars().all(plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_have_the_form_of_their_kind() {
        let form = |kind, port| internal_address_form(kind, "auth", port);
        assert_eq!(form(Kind::PrivateService, None).as_deref(), Some("auth-xxxx:10000"));
        assert_eq!(form(Kind::Web, Some(3000)).as_deref(), Some("auth-xxxx:3000"));
        assert_eq!(form(Kind::KeyValue, Some(3000)).as_deref(), Some("redis://red-xxxx:6379"));
        assert_eq!(form(Kind::Worker, None), None);
    }

    #[test]
    fn commands_hold_hostile_names_as_one_word() {
        let [_, logs] = log_commands(&["api", "x; rm -rf '~'"]);
        assert_eq!(logs, r"render logs --resources api,'x; rm -rf '\''~'\''' --tail");
    }
}
